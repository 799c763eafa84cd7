-- Whoever is no longer in the network takes their cards along.
create or replace function launch.forget_member() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from launch.card where id in (select card_id from launch.owner where membership_id = new.id);
  return null;
end $$;
create or replace trigger launch after update of status on members.membership for each row
  when (new.status in ('left', 'removed') and old.status is distinct from new.status) execute function launch.forget_member();
-- The viewer's own cards.
create or replace function launch.my_cards() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select coalesce(array_agg(o.card_id), '{}') from launch.owner o where o.membership_id = any (app.memberships())); end $$;

create policy "members see when the launch is" on launch.plan for select to guildhall_viewer
  using (network_id = any ((select members.my_networks())::uuid[]));
create policy "leads plan the launch" on launch.plan for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change the plan of the launch" on launch.plan for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads write the run sheet" on launch.item to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "members see the cards of the challenge swap" on launch.card for select to guildhall_viewer
  using (ended_on is null and network_id = any ((select members.my_networks())::uuid[]));
create policy "people see their own cards" on launch.card for select to guildhall_viewer
  using (id = any ((select launch.my_cards())::uuid[]));
create policy "people see that a card is theirs" on launch.owner for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));

create policy "nobody but the application knows who joined at the launch" on launch.cohort for select to guildhall_viewer using (false);
create policy "leads see what came of the launch" on launch.figure for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
