create policy "leads import a list into their network" on imports.import to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads see what became of every line" on imports.line to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
