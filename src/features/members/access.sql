-- The networks the viewer is an active member of, those they have asked to join, those they lead; where, as
-- a member, they see who else is there; and where, as a lead, they see everyone's name. Policies ask these.
create or replace function members.find_standing(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare mine uuid[] := app.memberships(); active uuid[] := '{}'; requested uuid[] := '{}'; led uuid[] := '{}'; open uuid[] := '{}'; named uuid[] := '{}';
begin
  if mine <> '{}' then
    select coalesce(array_agg(network_id) filter (where status = 'active'), '{}'), coalesce(array_agg(network_id) filter (where status in ('requested', 'waiting')), '{}')
      into active, requested from members.membership where id = any (mine);
    select coalesce(array_agg(distinct a.network_id), '{}') into led from members.appointment a join members.membership m on m.id = a.membership_id
      where a.membership_id = any (mine) and a.manages and a.ended_on is null and m.status = 'active';
    select coalesce(array_agg(id) filter (where id = any (active) and names = 'members' and not sensitive), '{}'), coalesce(array_agg(id) filter (where names <> 'nobody' and id = any (led)), '{}')
      into open, named from networks.network where id = any (active || led);
  end if;
  perform set_config('app.networks', active::text, true), set_config('app.requested_networks', requested::text, true), set_config('app.led_networks', led::text, true),
    set_config('app.open_networks', open::text, true), set_config('app.named_networks', named::text, true);
  return app.standing(asked);
end $$;
create or replace function members.my_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.networks'), members.find_standing('app.networks')) $$;
create or replace function members.my_requested_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.requested_networks'), members.find_standing('app.requested_networks')) $$;
create or replace function members.my_led_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.led_networks'), members.find_standing('app.led_networks')) $$;
create or replace function members.my_open_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.open_networks'), members.find_standing('app.open_networks')) $$;
create or replace function members.my_named_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.named_networks'), members.find_standing('app.named_networks')) $$;
create or replace trigger standing after insert or update or delete or truncate on members.membership for each statement
  execute function app.forget_standing('app.networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');
create or replace trigger standing after insert or update or delete or truncate on members.appointment for each statement
  execute function app.forget_standing('app.networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');
create or replace trigger standing after insert or update or delete or truncate on networks.network for each statement
  execute function app.forget_standing('app.networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');

create or replace function members.is_member(network uuid) returns boolean language sql stable as
  $$ select network = any (members.my_networks()) $$;
create or replace function members.leads(network uuid) returns boolean language sql stable as
  $$ select network = any (members.my_led_networks()) $$;
-- Whoever asks to join, holds a role or offers to is known to the leads, even where no list of names is shown.
create or replace function members.known_to_leads(membership uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select exists (select from members.membership m where m.id = membership and (m.status in ('requested', 'waiting') or m.offers_role))
     or exists (select from members.appointment a where a.membership_id = membership and a.ended_on is null)); end $$;
-- Whose card carries these words. Only the key makes the words; rules decide what is seen of those found.
-- A function, since the index of words is out of reach of a query that the rules are woven into. It asks first
-- whether the viewer may see names there at all.
create or replace function members.found_by(network uuid, all_of bytea[], one_of bytea[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin if not network = any (members.my_named_networks() || members.my_open_networks()) then return; end if;
     return query execute 'select c.membership_id from members.card c where c.network_id = $1 and c.words @> $2' || case when one_of = '{}' then '' else ' and c.words && $3' end
     using network, all_of, one_of; end $$;

create policy "people see their own memberships" on members.membership for select to guildhall_viewer
  using (id = any ((select app.memberships())::uuid[]));
create policy "leads see memberships of their network" on members.membership for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "members see active members where names are open" on members.membership for select to guildhall_viewer
  using (status = 'active' and network_id = any ((select members.my_open_networks())::uuid[]));
create policy "leads decide, change and end memberships" on members.membership for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people end their own membership" on members.membership for update to guildhall_viewer
  using (id = any ((select app.memberships())::uuid[]))
  with check (id = any ((select app.memberships())::uuid[]) and status = 'left');

create policy "nobody but the application knows who stands behind" on members.bond for select to guildhall_viewer using (false);

create policy "people see their own card" on members.card for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "people change their own card" on members.card for update to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "leads see cards unless the network shows no names" on members.card for select to guildhall_viewer
  using (network_id = any ((select members.my_named_networks())::uuid[]));
create policy "leads see cards of those who ask, hold a role or offer to" on members.card for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and members.known_to_leads(membership_id));
create policy "members see cards where names are open" on members.card for select to guildhall_viewer
  using (network_id = any ((select members.my_open_networks())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.status = 'active'));

create policy "leads see all roles of their network" on members.appointment for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people see roles they hold" on members.appointment for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "members see who holds a role" on members.appointment for select to guildhall_viewer
  using (network_id = any ((select members.my_networks())::uuid[]));
create policy "whoever sees the network sees office-holders who agreed" on members.appointment for select to guildhall_viewer
  using (public_name is not null and ended_on is null and exists (select from networks.network n where n.id = network_id));
create policy "leads make appointments" on members.appointment for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.network_id = appointment.network_id));
create policy "leads change appointments" on members.appointment for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people give up roles they hold" on members.appointment for update to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]))
  with check (membership_id = any ((select app.memberships())::uuid[]) and ended_on is not null);

create policy "whoever sees the network sees what it asks" on members.question for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads set what is asked" on members.question to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people see their own answers" on members.answer for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "leads see answers to their network" on members.answer for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people give their own answers" on members.answer for insert to guildhall_viewer
  with check (membership_id = any ((select app.memberships())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.network_id = answer.network_id)
    and exists (select from members.question q where q.id = question_id and q.network_id = answer.network_id));
create policy "people erase their own answers" on members.answer for delete to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "leads record decisions" on members.decision for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]) and decided_by = any ((select app.memberships())::uuid[])
    and exists (select from members.membership m where m.id = membership_id and m.network_id = decision.network_id));
create policy "leads see decisions" on members.decision for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people see the decision on themselves" on members.decision for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
