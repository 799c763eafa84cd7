-- The networks that name the viewer's organisation.
create or replace function networks.find_standing() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform set_config('app.organisation_networks', (select coalesce(array_agg(network_id), '{}') from networks.scope
    where kind = 'organisation' and value = app.organisation()::text)::text, true);
  return app.standing('app.organisation_networks');
end $$;
create or replace function networks.for_my_organisation() returns uuid[] language sql stable as
  $$ select coalesce(app.standing('app.organisation_networks'), networks.find_standing()) $$;
create or replace trigger standing after insert or update or delete or truncate on networks.scope for each statement
  execute function app.forget_standing('app.organisation_networks');

-- The networks, of those the viewer can find, that words, a region or organisations narrow a search
-- down to; null when there are more than 300. Row-level security keeps the search index from being used,
-- so this asks it apart; what comes out is looked up under the policies again.
create or replace function networks.narrowed(words text, in_region text, of_organisations text[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare ids uuid[];
begin
  execute 'select array_agg(m.id) from (select n.id from networks.network n where n.status in (''proposed'', ''live'', ''dormant'', ''closed'')
      and (n.findable = ''everyone'' or (n.findable = ''signed-in'' and app.person() is not null)
        or (n.findable = ''organisations'' and n.id = any ((select networks.for_my_organisation())::uuid[]))
        or n.id = any ((select members.my_networks() || members.my_requested_networks() || invitations.inviting_networks())::uuid[]))'
    || case when words is null then '' else ' and n.search @@ (to_tsquery(''english'', $1) || to_tsquery(''simple'', $1))' end
    || case when in_region is null then '' else ' and n.id in (select r.id from networks.network r where r.region = $2
        union select s.network_id from networks.scope s where s.kind = ''region'' and s.value = $2)' end
    || case when of_organisations is null then '' else ' and n.id in (select s.network_id from networks.scope s
        where s.kind = ''organisation'' and s.value = any ($3))' end
    || ' limit 301) m' into ids using words, in_region, of_organisations;
  return case when cardinality(ids) > 300 then null else coalesce(ids, '{}') end;
end $$;

create policy "everyone sees networks that everyone can find" on networks.network for select to guildhall_viewer
  using (findable = 'everyone' and status in ('proposed', 'live', 'dormant', 'closed'));
create policy "signed-in people see networks that they can find" on networks.network for select to guildhall_viewer
  using (findable = 'signed-in' and status in ('proposed', 'live', 'dormant', 'closed') and (select app.person()) is not null);
create policy "people of named organisations see their networks" on networks.network for select to guildhall_viewer
  using (findable = 'organisations' and status in ('proposed', 'live', 'dormant', 'closed') and id = any ((select networks.for_my_organisation())::uuid[]));
create policy "members see their networks" on networks.network for select to guildhall_viewer
  using (id = any ((select members.my_networks())::uuid[]));
create policy "those who asked to join see the network" on networks.network for select to guildhall_viewer
  using (status = 'live' and id = any ((select members.my_requested_networks())::uuid[]));
create policy "the invited see the network that invites them" on networks.network for select to guildhall_viewer
  using (status = 'live' and id = any ((select invitations.inviting_networks())::uuid[]));
create policy "leads of an umbrella see who asks to be part of it" on networks.network for select to guildhall_viewer
  using (parent_asked_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change their networks" on networks.network for update to guildhall_viewer
  using (id = any ((select members.my_led_networks())::uuid[]));

create policy "whoever sees the network sees its scope" on networks.scope for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads set the scope" on networks.scope to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]))
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "whoever sees the network sees its history" on networks.status_change for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "leads record changes of status" on networks.status_change for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "members see changes of privacy ahead" on networks.privacy_change for select to guildhall_viewer
  using (network_id = any ((select members.my_networks())::uuid[]));
create policy "leads propose changes of privacy" on networks.privacy_change for insert to guildhall_viewer
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads change a proposal that is open" on networks.privacy_change for update to guildhall_viewer
  using (network_id = any ((select members.my_led_networks())::uuid[]) and ended_on is null)
  with check (network_id = any ((select members.my_led_networks())::uuid[]));
create policy "leads see who agreed" on networks.privacy_consent for select to guildhall_viewer
  using (exists (select from networks.privacy_change c where c.id = change_id and members.leads(c.network_id)));
create policy "leads agree for themselves" on networks.privacy_consent for insert to guildhall_viewer
  with check (membership_id = any ((select app.memberships())::uuid[])
    and exists (select from networks.privacy_change c join members.appointment a on a.network_id = c.network_id
      where c.id = change_id and members.leads(c.network_id)
        and a.membership_id = privacy_consent.membership_id and a.manages and a.ended_on is null));
create policy "whoever sees the network sees its published figures" on networks.figure for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "nobody but the application sees exact counts" on networks.counted for select to guildhall_viewer using (false);
