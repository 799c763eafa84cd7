create policy "everything done is written down" on audit.entry for insert to guildhall_viewer with check (true);
create policy "leads read the log of their network" on audit.entry for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people read what concerns their membership" on audit.entry for select to guildhall_viewer
  using (subject_id = any ((select app.memberships())::uuid[]));
create policy "people read what concerns themselves" on audit.entry for select to guildhall_viewer
  using (person_tag = (select app.keyring()));
create policy "administrators read the log of the installation" on audit.entry for select to guildhall_viewer
  using ((select app.administrator()) and network_id is null and person_tag is null);
