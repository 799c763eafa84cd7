-- Where the charter in force keeps members' names from allies.
create or replace function members.hides_names_from_allies(network uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select not c.allies_see_names from governance.charter c where c.network_id = network and c.adopted_on is not null order by c.version desc limit 1); end $$;
-- The networks the viewer is in, those of them in which they are a member and no ally, those they have asked to
-- join, those they lead; where they see who else is there; and where, as a lead, they see everyone's name. Policies ask these.
create or replace function members.find_standing(asked text) returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare mine uuid[] := app.memberships(); active uuid[] := '{}'; requested uuid[] := '{}'; core uuid[] := '{}'; led uuid[] := '{}'; open uuid[] := '{}'; named uuid[] := '{}';
begin
  if mine <> '{}' then
    select coalesce(array_agg(network_id) filter (where status = 'active'), '{}'), coalesce(array_agg(network_id) filter (where status in ('requested', 'waiting')), '{}'),
        coalesce(array_agg(network_id) filter (where status = 'active' and category = 'member'), '{}')
      into active, requested, core from members.membership where id = any (mine);
    select coalesce(array_agg(distinct a.network_id), '{}') into led from members.appointment a join members.membership m on m.id = a.membership_id
      where a.membership_id = any (mine) and a.manages and a.ended_on is null and m.status = 'active';
    select coalesce(array_agg(id) filter (where id = any (active) and names = 'members' and not sensitive
        and (id = any (core || led) or members.hides_names_from_allies(id) is not true)), '{}'), coalesce(array_agg(id) filter (where names <> 'nobody' and id = any (led)), '{}')
      into open, named from networks.network where id = any (active || led);
  end if;
  perform set_config('app.networks', active::text, true), set_config('app.requested_networks', requested::text, true), set_config('app.led_networks', led::text, true),
    set_config('app.core_networks', core::text, true), set_config('app.open_networks', open::text, true), set_config('app.named_networks', named::text, true);
  return app.standing(asked);
end $$;
create or replace function members.my_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.networks'), members.find_standing('app.networks')) $$;
create or replace function members.my_core_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.core_networks'), members.find_standing('app.core_networks')) $$;
create or replace function members.my_requested_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.requested_networks'), members.find_standing('app.requested_networks')) $$;
create or replace function members.my_led_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.led_networks'), members.find_standing('app.led_networks')) $$;
create or replace function members.my_open_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.open_networks'), members.find_standing('app.open_networks')) $$;
create or replace function members.my_named_networks() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.named_networks'), members.find_standing('app.named_networks')) $$;
create or replace trigger standing after insert or update or delete or truncate on members.membership for each statement
  execute function app.forget_standing('app.networks', 'app.core_networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');
create or replace trigger standing after insert or update or delete or truncate on members.appointment for each statement
  execute function app.forget_standing('app.networks', 'app.core_networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');
create or replace trigger standing after insert or update or delete or truncate on networks.network for each statement
  execute function app.forget_standing('app.networks', 'app.core_networks', 'app.requested_networks', 'app.led_networks', 'app.open_networks', 'app.named_networks');

create or replace function members.is_member(network uuid) returns boolean language sql stable as
  $$ select network = any (members.my_networks()) $$;
-- Members and not allies: what is for members only asks this.
create or replace function members.is_core_member(network uuid) returns boolean language sql stable as
  $$ select network = any (members.my_core_networks()) $$;
create or replace function members.leads(network uuid) returns boolean language sql stable as
  $$ select network = any (members.my_led_networks()) $$;
-- Of every hundred people, `cap` may be allies: among so many members at most cap · members / (100 − cap) of them, in
-- whole numbers. Without a cap there is no limit.
create or replace function members.most_allies(core bigint, cap bigint) returns bigint language plpgsql immutable as $$
begin
  if cap < 0 or cap > 99 then raise exception 'A cap is from 0 to 99 in a hundred.' using errcode = 'check_violation'; end if;
  return cap * core / (100 - cap);
end $$;
-- The same the other way round: among at least how many members there can be so many allies. Null where no number would do.
create or replace function members.members_for(allies bigint, cap bigint) returns bigint language sql immutable as
  $$ select (allies * (100 - cap) + cap - 1) / nullif(cap, 0) $$;
-- What the charter in force says: the cap; 0 where it has no place for allies; null where it sets no limit, or
-- there is no charter yet.
create or replace function members.ally_cap(network uuid) returns bigint language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select case when c.ally_policy = 'welcome' then c.ally_cap else 0 end from governance.charter c
     where c.network_id = network and c.adopted_on is not null order by c.version desc limit 1); end $$;
-- How a network stands with its allies: how many members and allies are in it, how many wait; at most how many
-- allies it can have (`most`) and how many more now (`room`), both null without a limit; and how many members more
-- (`missing`) there would have to be for one ally more, null where no number would do. For leads: others see too few rows to count.
create or replace function members.ally_places(network uuid) returns table (cap int, core int, allies int, waiting int, most int, room int, missing int) language plpgsql stable as $$
declare share bigint := members.ally_cap(network); inside bigint; supporting bigint; queued bigint;
begin
  select count(*) filter (where m.status = 'active' and m.category = 'member'), count(*) filter (where m.status = 'active' and m.category = 'ally'), count(*) filter (where m.status = 'waiting')
    into inside, supporting, queued from members.membership m where m.network_id = network and m.status in ('active', 'waiting');
  return query select share::int, inside::int, supporting::int, queued::int, members.most_allies(inside, share)::int,
    case when share is not null then greatest(members.most_allies(inside, share) - supporting, 0)::int end,
    case when share > 0 then greatest(members.members_for(supporting + 1, share) - inside, 0)::int end;
end $$;
-- Whether one ally more can come in. Counts no further than it must, along the index whose order it asks for: a large
-- network with few allies is soon done.
create or replace function members.has_room(network uuid) returns boolean language plpgsql volatile set search_path = pg_catalog as $$
declare share bigint := members.ally_cap(network); supporting bigint; needed bigint;
begin
  if share is null or share = 0 then return share is null; end if;
  select count(*) into supporting from members.membership m where m.network_id = network and m.status = 'active' and m.category = 'ally';
  needed := members.members_for(supporting + 1, share) + supporting;
  return (select count(*) >= needed from (select from members.membership m where m.network_id = network and m.status = 'active' order by m.joined_on desc, m.id limit needed) found);
end $$;
-- Held until the transaction ends, where a charter sets a cap: by one alone who takes a place as an ally, by any
-- number at once who make room. So nobody takes a place that another is taking, and nobody waits for room
-- that is being made without being seen by whoever makes it.
create or replace function members.hold_places(network uuid, alone boolean) returns void language plpgsql set search_path = pg_catalog as $$
declare place bigint := hashtextextended('members.hold_places ' || network, 0);
begin
  if alone then perform pg_advisory_xact_lock(place); else perform pg_advisory_xact_lock_shared(place); end if;
end $$;
-- Holds with others where there is a cap; always true. Whoever ends a membership asks it in the statement's condition: held
-- only once the row is changed, it could wait for one who lets in people who wait, and who waits for that row.
create or replace function members.hold_room(network uuid) returns boolean language plpgsql volatile set search_path = pg_catalog as $$
begin
  if members.ally_cap(network) > 0 then perform members.hold_places(network, false); end if;
  return true;
end $$;
-- Whoever has made room asks this in the same statement: whether anyone is on the waiting list, as of now rather than
-- as of when the statement began.
create or replace function members.anyone_waits(network uuid) returns boolean language plpgsql volatile set search_path = pg_catalog as $$
begin
  perform members.hold_room(network);
  return exists (select from members.membership m where m.network_id = network and m.place is not null);
end $$;
-- Every way in for an ally, whatever code takes it, ends here: they come in when there is room and nobody waits who
-- came before, and wait otherwise. Whoever is in stays in. Whoever waits keeps the place they were given.
create or replace function members.keep_cap() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare was text := case when tg_op = 'UPDATE' then old.status end;
begin
  if new.status = 'active' and new.category = 'ally' and was is distinct from 'active' and members.ally_cap(new.network_id) is not null then
    perform members.hold_places(new.network_id, true);
    if exists (select from members.membership m where m.network_id = new.network_id and m.place is not null and m.place < coalesce(new.place, 2147483647)) then new.status := 'waiting';
    elsif not members.has_room(new.network_id) then new.status := 'waiting'; end if;
  end if;
  if new.status <> 'waiting' then new.place := null;
  elsif was = 'waiting' then new.place := old.place;
  else
    perform members.hold_places(new.network_id, true);
    new.place := (select coalesce(max(m.place), 0) + 1 from members.membership m where m.network_id = new.network_id and m.place is not null);
  end if;
  return new;
end $$;
create or replace trigger cap_on_coming before insert on members.membership for each row
  when (new.category = 'ally' or new.status = 'waiting') execute function members.keep_cap();
create or replace trigger cap_on_changing before update of status, category, place on members.membership for each row
  when (new.category = 'ally' or new.status = 'waiting' or old.status = 'waiting') execute function members.keep_cap();
-- The viewer's own place on a waiting list, counted from the front; null when they do not wait there.
create or replace function members.my_place(network uuid) returns int language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select nullif(count(*), 0)::int from members.membership m join members.membership mine on mine.network_id = m.network_id
     where m.network_id = network and m.place is not null and m.place <= mine.place and mine.id = any (app.memberships())); end $$;
-- Whoever asks to join, holds a role or offers to is known to the leads, even where no list of names is shown.
-- Whoever waits for a place is not: there is nothing to decide.
create or replace function members.known_to_leads(membership uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select exists (select from members.membership m where m.id = membership and (m.status = 'requested' or m.offers_role))
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
