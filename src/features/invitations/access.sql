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
-- Whether the viewer may invite to a network: its leads, and its members where the charter lets them.
create or replace function invitations.may_invite(network uuid) returns boolean language sql stable as
  $$ select members.leads(network) or (members.is_member(network) and governance.who_invites(network) = 'members') $$;
-- Networks that the viewer leads and that tell their leads who has not answered: not where that could tell who joined.
create or replace function invitations.told_networks() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select coalesce(array_agg(n.id), '{}') from networks.network n where n.id = any (members.my_led_networks()) and not n.sensitive and n.names <> 'nobody'); end $$;

create policy "the invited see their invitation" on invitations.invitation for select to guildhall_viewer
  using (tag = (select app.invited()) or id = (select app.invitation()));
create policy "the invited answer" on invitations.invitation for update to guildhall_viewer
  using (status = 'waiting' and (tag = (select app.invited()) or id = (select app.invitation())))
  with check (status = 'declined' and (tag = (select app.invited()) or id = (select app.invitation())));
-- Who had said that they would join is not the leads' to know.
create policy "leads see who has not answered, where that may be told" on invitations.invitation for select to guildhall_viewer
  using (origin <> 'interest' and status in ('waiting', 'withdrawn') and network_id = any ((select invitations.told_networks())::uuid[]));
create policy "leads withdraw invitations that they see" on invitations.invitation for update to guildhall_viewer
  using (status = 'waiting' and origin <> 'interest' and network_id = any ((select invitations.told_networks())::uuid[]))
  with check (status = 'withdrawn' and network_id = any ((select invitations.told_networks())::uuid[]));

create policy "members see whom they invited themselves" on invitations.sending for select to guildhall_viewer
  using (inviter_id = any ((select app.memberships())::uuid[]));
create policy "leads see whom a discreet network invited" on invitations.sending for select to guildhall_viewer
  using (inviter_id is null and network_id = any ((select members.my_led_networks())::uuid[]));
create policy "whoever may invite notes whom they invite" on invitations.sending for insert to guildhall_viewer
  with check (invitations.may_invite(network_id) and (case when inviter_id is null then members.leads(network_id)
    else inviter_id = any ((select app.memberships())::uuid[]) and exists (select from members.membership m where m.id = inviter_id and m.network_id = sending.network_id) end));
create policy "members take back invitations of their own" on invitations.sending for delete to guildhall_viewer
  using (inviter_id = any ((select app.memberships())::uuid[]));
create policy "leads take back what a discreet network sent" on invitations.sending for delete to guildhall_viewer
  using (inviter_id is null and network_id = any ((select members.my_led_networks())::uuid[]));

create policy "nobody but the application knows who wants no invitations" on invitations.refusal for select to guildhall_viewer using (false);

create policy "whoever sees the network sees whether it reminds" on invitations.setting for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads say whether the network reminds" on invitations.setting to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
