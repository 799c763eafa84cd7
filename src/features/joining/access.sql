create policy "leads see where joiners came from" on joining.source for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
