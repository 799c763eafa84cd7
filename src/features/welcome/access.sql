-- Whoever is no longer in the network neither asks nor offers there.
create or replace function welcome.forget_member() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from welcome.buddy where membership_id = new.id;
  delete from welcome.stop where membership_id = new.id;
  return null;
end $$;
create or replace trigger welcome after update of status on members.membership for each row
  when (new.status in ('left', 'removed') and old.status is distinct from new.status) execute function welcome.forget_member();

create policy "members see what is done for those who join" on welcome.choice for select to guildhall_viewer
  using (network_id = any ((select members.my_networks())::uuid[]));
create policy "leads choose what is done for those who join" on welcome.choice for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change what is done for those who join" on welcome.choice for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "members read the words of welcome" on welcome.letter for select to guildhall_viewer
  using (network_id = any ((select members.my_networks())::uuid[]));
create policy "leads write the words of welcome" on welcome.letter for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change the words of welcome" on welcome.letter for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads go back to the usual words of welcome" on welcome.letter for delete to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));

create policy "people see whether they stopped the first weeks’ emails" on welcome.stop for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "people stop the emails of their first weeks" on welcome.stop for insert to guildhall_viewer
  with check (membership_id = any ((select app.memberships())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.network_id = stop.network_id));
create policy "people want the emails of their first weeks again" on welcome.stop for delete to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));

create policy "people see which emails of the first weeks they got" on welcome.sent for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));

create policy "people see whether they ask for a buddy or offer to be one" on welcome.buddy for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "leads see who asks for a buddy and who offers to be one" on welcome.buddy for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people ask for a buddy, or offer to be one" on welcome.buddy for insert to guildhall_viewer
  with check (membership_id = any ((select app.memberships())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.network_id = buddy.network_id and m.status = 'active')
    and exists (select from welcome.choice c where c.network_id = buddy.network_id and c.buddies));
create policy "people no longer ask for a buddy, or offer to be one" on welcome.buddy for delete to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
