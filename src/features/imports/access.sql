create policy "leads import lists into their network" on imports.import to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads see what became of every row" on imports.line to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[])
    and exists (select from imports.import i where i.id = import_id and i.network_id = line.network_id));
