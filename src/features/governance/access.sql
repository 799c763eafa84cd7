-- The charter says whether allies see names: whoever asks again in the same transaction finds what it says now.
create or replace trigger standing after insert or update or delete or truncate on governance.charter for each statement
  execute function app.forget_standing('app.open_networks');
-- Who may invite people by name: what the charter in force says; else what usualInviting in charter-parts.ts says.
create or replace function governance.who_invites(network uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select coalesce(
       (select c.inviting from governance.charter c where c.network_id = n.id and c.adopted_on is not null order by c.version desc limit 1),
       case when n.sensitive or n.findable = 'invited' or (n.type = 'staff-and-diversity' and n.names <> 'members') then 'leads' else 'members' end)
     from networks.network n where n.id = network); end $$;

create policy "leads see sponsors and those asked" on governance.sponsor for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "whoever sees the network sees its sponsor" on governance.sponsor for select to guildhall_viewer
  using (status = 'accepted' and exists (select from networks.network n where n.id = network_id));
create policy "leads ask a sponsor" on governance.sponsor for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]) and status = 'invited');
create policy "leads ask again and end a sponsorship; none accept for another" on governance.sponsor for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]) and status in ('invited', 'ended'));

create policy "whoever sees the network sees its adopted charters" on governance.charter for select to guildhall_viewer
  using (adopted_on is not null and exists (select from networks.network n where n.id = network_id));
create policy "leads see drafts of the charter" on governance.charter for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads draft the charter" on governance.charter for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]) and adopted_on is null);
create policy "leads change and adopt a draft; what was adopted stays" on governance.charter for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and adopted_on is null)
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads throw away a draft of the charter" on governance.charter for delete to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and adopted_on is null);

create policy "whoever sees the network sees its goals" on governance.goal for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads set goals" on governance.goal for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change and end goals" on governance.goal for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
