-- The network that a short link leads to, for whoever holds its code. What they see of the network is for its rules.
create or replace function promotion.network_behind(link text) returns uuid language sql stable security definer set search_path = pg_catalog as
  $$ select p.network_id from promotion.placement p where p.code = link and p.retired_on is null $$;

create policy "leads see the links of their network" on promotion.placement for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads make links" on promotion.placement for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads rename and retire links, and choose what posters say" on promotion.placement for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and retired_on is null)
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads see what is published of their links" on promotion.figure for select to guildhall_viewer
  using (exists (select from promotion.placement p where p.id = placement_id));
create policy "nobody but the application sees what was counted" on promotion.counted for select to guildhall_viewer using (false);
