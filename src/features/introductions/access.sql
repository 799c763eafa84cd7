-- The introductions that the viewer is part of; and of these the ones in which both have said yes.
create or replace function introductions.mine() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select coalesce(array_agg(s.introduction_id), '{}') from introductions.side s where s.membership_id = any (app.memberships())); end $$;
create or replace function introductions.agreed() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select coalesce(array_agg(i.id), '{}') from introductions.introduction i
     where i.id = any (introductions.mine()) and i.agreed_on is not null and i.ended_on is null); end $$;
-- Whoever is no longer in the network is introduced to nobody, and what they said goes with them.
create or replace function introductions.forget_member() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare theirs uuid[];
begin
  select coalesce(array_agg(introduction_id), '{}') into theirs from introductions.side where membership_id = new.id;
  delete from introductions.word where introduction_id = any (theirs);
  update introductions.introduction set ended_on = new.ended_on where id = any (theirs) and ended_on is null;
  delete from introductions.side where membership_id = new.id;
  return null;
end $$;
create or replace trigger introductions after update of status on members.membership for each row
  when (new.status in ('left', 'removed') and old.status is distinct from new.status) execute function introductions.forget_member();

create policy "people see introductions that they are part of" on introductions.introduction for select to guildhall_viewer
  using (id = any ((select introductions.mine())::uuid[]));
create policy "leads see that two were proposed as buddies" on introductions.introduction for select to guildhall_viewer
  using (purpose = 'buddy' and network_id = any ((select members.my_led_networks())::uuid[]));
create policy "people see their own side of an introduction" on introductions.side for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "leads see who was proposed as a buddy" on introductions.side for select to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[])
    and exists (select from introductions.introduction i where i.id = introduction_id and i.purpose = 'buddy'));
create policy "people see what they said of themselves" on introductions.word for select to guildhall_viewer
  using (membership_id = any ((select app.memberships())::uuid[]));
create policy "both see each other’s words once both have said yes" on introductions.word for select to guildhall_viewer
  using (introduction_id = any ((select introductions.agreed())::uuid[]));
