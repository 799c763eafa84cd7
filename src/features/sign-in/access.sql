-- A session token opens its session: the only way from a cookie to a person.
create or replace function sign_in.enter(token bytea, at timestamptz, idle interval)
returns table (session_id uuid, person_id uuid, details_sealed bytea, administrator boolean, second boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare seen timestamptz;
begin
  select s.id, s.person_id, p.details_sealed, exists (select from people.administrator a where a.person_id = p.id), s.second, s.seen_at
    into session_id, person_id, details_sealed, administrator, second, seen
    from sign_in.session s join people.person p on p.id = s.person_id
    where s.token_hash = token and s.ends_at > at and s.seen_at > at - idle;
  if not found then return; end if;
  if seen < at - interval '10 minutes' then
    update sign_in.session set seen_at = at where id = session_id;
  end if;
  return next;
end $$;

create policy "people see their own sessions" on sign_in.session for select to guildhall_viewer using (person_id = (select app.person()));
create policy "people end their own sessions" on sign_in.session for delete to guildhall_viewer using (person_id = (select app.person()));
create policy "nobody lists codes" on sign_in.challenge for select to guildhall_viewer using (false);
