create policy "whoever sees the network sees what it is waiting for" on demand.proposal for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads propose their networks" on demand.proposal for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads decide on their proposals" on demand.proposal for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and ended_on is null)
  with check (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "nobody but the application sees who would join" on demand.interest for select to guildhall_viewer using (false);
create policy "leads see which helpers agreed to be named to them" on demand.helper for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "whoever sees the network sees its news" on demand.letter for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads write to those who would join" on demand.letter for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "whoever sees the network sees how far it is" on demand.progress for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "administrators see what people would join" on demand.figure for select to guildhall_viewer
  using ((select app.administrator()));
create policy "nobody but the application sees exact counts of demand" on demand.counted for select to guildhall_viewer using (false);
