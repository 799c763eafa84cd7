-- What a policy may ask of the viewer, and the kernel's own tables.
create or replace function app.person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create or replace function app.session() returns uuid language sql stable as
  $$ select nullif(current_setting('app.session', true), '')::uuid $$;
create or replace function app.administrator() returns boolean language sql stable as
  $$ select current_setting('app.administrator', true) = 'true' $$;
create or replace function app.organisation() returns uuid language sql stable as
  $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create or replace function app.memberships() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.memberships', true), '')::uuid[], '{}') $$;
create or replace function app.keyring() returns bytea language sql stable as
  $$ select decode(nullif(current_setting('app.keyring', true), ''), 'hex') $$;
create or replace function app.invited() returns bytea language sql stable as
  $$ select decode(nullif(current_setting('app.invited', true), ''), 'hex') $$;
create or replace function app.invitation() returns uuid language sql stable as
  $$ select nullif(current_setting('app.invitation', true), '')::uuid $$;

-- Drafts, limits and queued work are reached through functions of the kernel with unguessable keys,
-- never listed: holding the token is the right to the draft.
create policy "whoever holds its token keeps a draft" on kernel.draft to guildhall_viewer using (true) with check (true);
create policy "every attempt is counted" on kernel.attempt to guildhall_viewer using (true) with check (true);
create policy "everyone may queue work" on kernel.outbox for insert to guildhall_viewer with check (true);
create policy "everyone may have an email sent" on kernel.message for insert to guildhall_viewer with check (true);
create policy "administrators read the outbox" on kernel.message for select to guildhall_viewer using ((select app.administrator()));
create policy "whoever knows its id follows long work" on kernel.progress for select to guildhall_viewer using (true);
create policy "whoever asks for long work starts its progress" on kernel.progress for insert to guildhall_viewer with check (true);
create policy "whoever uploads a file records it" on kernel.file to guildhall_viewer using (true) with check (true);
create policy "administrators see how often the rules were passed by" on kernel.bypass for select to guildhall_viewer using ((select app.administrator()));
create policy "everyone may know how this place is set up" on kernel.setting for select to guildhall_viewer using (name not like 'secret.%');
create policy "administrators change how this place is set up" on kernel.setting to guildhall_viewer using ((select app.administrator())) with check ((select app.administrator()));
