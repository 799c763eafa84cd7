import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Engine } from './db/engine.ts'

const kernelFolder = import.meta.dirname

/**
 * Brings the database to where the code is: migrations once each, in the order of their names; then,
 * when they have changed, the access rules of the kernel and of every feature, restated whole.
 * `folders` are the features' folders, in the order of app.ts. Out: the names of what was applied.
 */
export async function migrate(engine: Engine, folders: readonly string[]): Promise<string[]> {
  const applied: string[] = []
  await engine.ownTransaction(async (run) => {
    await run('select pg_advisory_xact_lock(7268431)', [])
    await run(beginnings)
    const known = new Map(
      (await run('select name, hash from migration.applied', [])).rows.map(
        (row) => Object.values(row as object) as [string, string],
      ),
    )
    for (const file of migrationsOf([kernelFolder, ...folders])) {
      const name = basename(file)
      const text = readFileSync(file, 'utf8')
      if (known.has(name)) {
        if (known.get(name) !== hash(text))
          throw new Error(`${name} was changed after it ran. Migrations are only ever added.`)
        continue
      }
      await run(text)
      await run('insert into migration.applied (name, hash) values ($1, $2)', [name, hash(text)])
      applied.push(name)
    }
    const rules = [kernelFolder, ...folders]
      .map((folder) => join(folder, 'access.sql'))
      .filter((file) => existsSync(file))
    const stated = rules.map((file) => readFileSync(file, 'utf8'))
    const now = hash([...stated, closing].join('\0'))
    if (applied.length > 0 || known.get('access') !== now) {
      await run(forget)
      await run('set local check_function_bodies = off', [])
      // The predicates of every feature first, then the policies that ask them.
      const parts = stated.map(predicatesAndPolicies)
      for (const [predicates] of parts) if (predicates.trim()) await run(predicates)
      for (const [, policies] of parts) if (policies.trim()) await run(policies)
      await run(closing)
      await run(
        'insert into migration.applied (name, hash) values ($1, $2) on conflict (name) do update set hash = excluded.hash',
        ['access', now],
      )
      applied.push('access')
    }
  })
  return applied
}

function migrationsOf(folders: readonly string[]): string[] {
  return folders
    .map((folder) => join(folder, 'migrations'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .map((name) => join(folder, name)),
    )
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
}

function predicatesAndPolicies(text: string): [string, string] {
  const at = text.search(/^create policy /m)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Roles are shared by all databases of a server, so two installations may meet here. */
const beginnings = `
create schema if not exists migration;
create table if not exists migration.applied (name text primary key, hash text not null, applied_at timestamptz not null default now());
do $$
declare wanted text;
begin
  foreach wanted in array array['guildhall_viewer', 'guildhall_system'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then execute format('create role %I nologin', wanted); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    -- From 16 on a role may be granted without the right to become it.
    if not pg_has_role(current_user, wanted, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then execute format('grant %I to current_user', wanted); end if;
  end loop;
end $$;`

const ours = `nspname not in ('public', 'migration', 'pgboss', 'information_schema') and nspname not like 'pg\\_%'`

/** Every policy goes, to be stated again. */
const forget = `
do $$
declare old record;
begin
  for old in select schemaname, tablename, policyname from pg_policies join pg_namespace on nspname = schemaname where ${ours} loop
    execute format('drop policy %I on %I.%I', old.policyname, old.schemaname, old.tablename);
  end loop;
end $$;`

/**
 * Closed by default: every table has row-level security; the roles may only what a policy lets them. What a
 * row belongs to, no viewer changes: nothing is moved to another network, or handed to somebody else.
 */
const closing = `
do $$
declare s record; t record; changeable text;
begin
  for s in select nspname from pg_namespace where ${ours} loop
    execute format('grant usage on schema %I to guildhall_viewer, guildhall_system', s.nspname);
    execute format('grant select, insert, update, delete on all tables in schema %I to guildhall_viewer, guildhall_system', s.nspname);
    execute format('grant execute on all functions in schema %I to guildhall_viewer, guildhall_system', s.nspname);
    for t in select tablename from pg_tables where schemaname = s.nspname loop
      execute format('alter table %I.%I enable row level security', s.nspname, t.tablename);
      execute format('create policy "the application does its named work" on %I.%I to guildhall_system using (true) with check (true)', s.nspname, t.tablename);
      select string_agg(quote_ident(attname), ', ') into changeable from pg_attribute
        where attrelid = format('%I.%I', s.nspname, t.tablename)::regclass and attnum > 0 and not attisdropped
        and attname not in ('id', 'network_id', 'membership_id', 'person_id');
      execute format('revoke update on %I.%I from guildhall_viewer', s.nspname, t.tablename);
      if changeable is not null then execute format('grant update (%s) on %I.%I to guildhall_viewer', changeable, s.nspname, t.tablename); end if;
    end loop;
  end loop;
end $$;`
