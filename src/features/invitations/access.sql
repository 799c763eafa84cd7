-- The networks the viewer is invited to: by their address, or by the link they followed.
create or replace function invitations.find_standing() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform set_config('app.inviting_networks', (select coalesce(array_agg(network_id), '{}') from invitations.invitation
    where status = 'waiting' and (tag = app.invited() or id = app.invitation()))::text, true);
  return app.standing('app.inviting_networks');
end $$;
create or replace function invitations.inviting_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.inviting_networks'), invitations.find_standing()) $$;
create or replace trigger standing after insert or update or delete or truncate on invitations.invitation for each statement
  execute function app.forget_standing('app.inviting_networks');

create policy "the invited see their invitation" on invitations.invitation for select to guildhall_viewer
  using (tag = (select app.invited()) or id = (select app.invitation()));
create policy "the invited answer" on invitations.invitation for update to guildhall_viewer
  using (status = 'waiting' and (tag = (select app.invited()) or id = (select app.invitation())))
  with check (status = 'declined' and (tag = (select app.invited()) or id = (select app.invitation())));
-- Who had said that they would join is not the leads' to know.
create policy "leads see invitations to their network" on invitations.invitation for select to guildhall_viewer
  using (origin <> 'interest' and network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads invite" on invitations.invitation for insert to guildhall_viewer
  with check (status = 'waiting' and origin <> 'interest' and network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads withdraw invitations" on invitations.invitation for update to guildhall_viewer
  using (status = 'waiting' and origin <> 'interest' and network_id = any ((select members.my_led_networks())::uuid[]))
  with check (status = 'withdrawn' and network_id = any ((select members.my_led_networks())::uuid[]));
