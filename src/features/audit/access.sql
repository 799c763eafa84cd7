-- Of a network: by those in it, as themselves, about those in it. Of a person: their own. Of the installation: administrators.
create policy "people write down what they do, where they may do it" on audit.entry for insert to guildhall_viewer
  with check (case
    when network_id is not null then at is null and network_id = any ((select members.my_networks())::uuid[])
      and (actor_id is null or actor_id = any ((select app.memberships())::uuid[]))
      and (subject_id is null or exists (select from members.membership m where m.id = subject_id and m.network_id = entry.network_id))
    when person_tag is not null then person_tag = (select app.keyring())
    else (select app.administrator()) end);
create policy "leads read the log of their network" on audit.entry for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people read what concerns their membership" on audit.entry for select to guildhall_viewer
  using (subject_id = any ((select app.memberships())::uuid[]));
create policy "people read what concerns themselves" on audit.entry for select to guildhall_viewer
  using (person_tag = (select app.keyring()));
create policy "administrators read the log of the installation" on audit.entry for select to guildhall_viewer
  using ((select app.administrator()) and network_id is null and person_tag is null);
