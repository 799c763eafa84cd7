create policy "leads set tasks aside" on setup.skipped to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
