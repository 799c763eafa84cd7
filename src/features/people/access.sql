-- Memberships held under a keyring's tag: whoever can make the tag holds the key.
create or replace function people.rings(of bytea) returns table (id uuid, membership_sealed bytea)
language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return query select r.id, r.membership_sealed from people.ring r where r.tag = of; end $$;

create policy "people see themselves" on people.person for select to guildhall_viewer using (id = (select app.person()));
create policy "people change themselves" on people.person for update to guildhall_viewer using (id = (select app.person()));
create policy "people see whether they are administrators" on people.administrator for select to guildhall_viewer
  using (person_id = (select app.person()) or (select app.administrator()));
create policy "people see their own second addresses" on people.second_address for select to guildhall_viewer
  using (person_id = (select app.person()));
create policy "people give up their own second addresses" on people.second_address for delete to guildhall_viewer
  using (person_id = (select app.person()));
create policy "people see their own keyring" on people.ring for select to guildhall_viewer using (tag = (select app.keyring()));
create policy "people leave: their ring goes" on people.ring for delete to guildhall_viewer using (tag = (select app.keyring()));
