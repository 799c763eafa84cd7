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

-- Where the viewer stands (the networks they are in, lead, are invited to …) is found out when a rule first
-- asks, and kept for the rest of the transaction: rules ask it of every row's table. Whatever changes what
-- it was found in calls this trigger, in the same transaction, so that the next statement finds it anew.
create or replace function app.standing(setting text) returns uuid[] language sql stable as
  $$ select nullif(current_setting(setting, true), '')::uuid[] $$;
create or replace function app.forget_standing() returns trigger language plpgsql set search_path = pg_catalog as $$
declare setting text;
begin
  foreach setting in array tg_argv loop perform set_config(setting, '', true); end loop;
  return null;
end $$;

-- Drafts, counted tries, files and progress are reached by what only their owner knows, through these
-- functions, and cannot be listed.
-- In plpgsql, which keeps their plans.
create or replace function kernel.read_draft(token bytea, at timestamptz) returns bytea language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return (select content_sealed from kernel.draft where token_hash = token and expires_at > at); end $$;
create or replace function kernel.keep_draft(token bytea, content bytea, until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as
  $$ begin insert into kernel.draft (token_hash, content_sealed, expires_at) values (token, content, until)
     on conflict (token_hash) do update set content_sealed = excluded.content_sealed, expires_at = excluded.expires_at; end $$;
create or replace function kernel.drop_draft(token bytea) returns void language plpgsql security definer set search_path = pg_catalog as
  $$ begin delete from kernel.draft where token_hash = token; end $$;
create or replace function kernel.count_attempt(key bytea, at timestamptz) returns int language plpgsql security definer set search_path = pg_catalog as
  $$ declare times int; begin insert into kernel.attempt (key_hash, window_at, count) values (key, at, 1)
     on conflict (key_hash, window_at) do update set count = kernel.attempt.count + 1 returning count into times; return times; end $$;
-- Takes so many of what there is in a window: all of them, or with `part` as many as are left. Out: how many.
create or replace function kernel.take_attempts(key bytea, at timestamptz, wanted int, most int, part boolean) returns int language plpgsql security definer set search_path = pg_catalog as
  $$ declare had int; given int; begin insert into kernel.attempt (key_hash, window_at, count) values (key, at, 0) on conflict (key_hash, window_at) do nothing;
     select a.count into had from kernel.attempt a where a.key_hash = key and a.window_at = at for update;
     given := case when part then greatest(0, least(wanted, most - had)) when had + wanted <= most then wanted else 0 end;
     update kernel.attempt a set count = a.count + given where a.key_hash = key and a.window_at = at; return given; end $$;
create or replace function kernel.has_file(file uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return exists (select from kernel.file f where f.id = $1); end $$;
create or replace function kernel.forget_file(file uuid) returns void language plpgsql security definer set search_path = pg_catalog as
  $$ begin delete from kernel.file f where f.id = $1; end $$;
create or replace function kernel.progress_of(work uuid) returns setof kernel.progress language plpgsql stable security definer set search_path = pg_catalog as
  $$ begin return query select * from kernel.progress where id = work; end $$;

create policy "everyone may queue work" on kernel.outbox for insert to guildhall_viewer with check (true);
create policy "everyone may have an email sent" on kernel.message for insert to guildhall_viewer with check (true);
-- With a mail server none is ever kept: what waits for it, codes to sign in among them, nobody reads.
create policy "administrators read emails kept for want of a mail server" on kernel.message for select to guildhall_viewer
  using (status = 'kept' and (select app.administrator()));
create policy "whoever asks for long work starts its progress" on kernel.progress for insert to guildhall_viewer with check (true);
create policy "whoever uploads a file records it" on kernel.file for insert to guildhall_viewer with check (true);
create policy "administrators see how often the rules were passed by" on kernel.bypass for select to guildhall_viewer using ((select app.administrator()));
create policy "everyone may know how this place is set up" on kernel.setting for select to guildhall_viewer using (name not like 'secret.%');
create policy "administrators change how this place is set up" on kernel.setting to guildhall_viewer
  using (name not like 'secret.%' and (select app.administrator())) with check (name not like 'secret.%' and (select app.administrator()));
create policy "nobody but the application knows whom emails do not reach" on kernel.unreachable for select to guildhall_viewer using (false);
