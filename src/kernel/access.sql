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


-- Drafts, counted tries, files and progress are reached by what only their owner knows, through these
-- functions, and cannot be listed.
create or replace function kernel.read_draft(token bytea, at timestamptz) returns bytea language sql stable security definer set search_path = pg_catalog as
  $$ select content_sealed from kernel.draft where token_hash = token and expires_at > at $$;
create or replace function kernel.keep_draft(token bytea, content bytea, until timestamptz) returns void language sql security definer set search_path = pg_catalog as
  $$ insert into kernel.draft (token_hash, content_sealed, expires_at) values (token, content, until)
     on conflict (token_hash) do update set content_sealed = excluded.content_sealed, expires_at = excluded.expires_at $$;
create or replace function kernel.drop_draft(token bytea) returns void language sql security definer set search_path = pg_catalog as
  $$ delete from kernel.draft where token_hash = token $$;
create or replace function kernel.count_attempt(key bytea, at timestamptz) returns int language sql security definer set search_path = pg_catalog as
  $$ insert into kernel.attempt (key_hash, window_at, count) values (key, at, 1)
     on conflict (key_hash, window_at) do update set count = kernel.attempt.count + 1 returning count $$;
create or replace function kernel.has_file(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog as
  $$ select exists (select from kernel.file where id = $1) $$;
create or replace function kernel.forget_file(file uuid) returns void language sql security definer set search_path = pg_catalog as
  $$ delete from kernel.file where id = $1 $$;
create or replace function kernel.progress_of(work uuid) returns setof kernel.progress language sql stable security definer set search_path = pg_catalog as
  $$ select * from kernel.progress where id = work $$;

create policy "everyone may queue work" on kernel.outbox for insert to guildhall_viewer with check (true);
create policy "everyone may have an email sent" on kernel.message for insert to guildhall_viewer with check (true);
create policy "administrators read the outbox" on kernel.message for select to guildhall_viewer using ((select app.administrator()));
create policy "whoever asks for long work starts its progress" on kernel.progress for insert to guildhall_viewer with check (true);
create policy "whoever uploads a file records it" on kernel.file for insert to guildhall_viewer with check (true);
create policy "administrators see how often the rules were passed by" on kernel.bypass for select to guildhall_viewer using ((select app.administrator()));
create policy "everyone may know how this place is set up" on kernel.setting for select to guildhall_viewer using (name not like 'secret.%');
create policy "administrators change how this place is set up" on kernel.setting to guildhall_viewer using ((select app.administrator())) with check ((select app.administrator()));
