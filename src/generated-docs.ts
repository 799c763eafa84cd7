import type { Engine } from '#kernel/db/engine.ts'
import type { Feature } from '#kernel/feature.ts'

type Policy = { schema: string; table: string; name: string; command: string }

/** docs/access.md: who may see and do what, read from the database's own rules. */
export async function accessDoc(engine: Engine): Promise<string> {
  const { rows } = await engine.root(`
    select schemaname as schema, tablename as table, policyname as name, cmd as command from pg_policies
    where 'guildhall_viewer' = any (roles) order by schemaname, tablename, policyname`)
  const tables = await engine.root(`
    select n.nspname as schema, c.relname as table, obj_description(c.oid) as about from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'migration', 'pgboss', 'public') and n.nspname not like 'pg\\_%' order by 1, 2`)
  const policies = Map.groupBy(rows as Policy[], (policy) => `${policy.schema}.${policy.table}`)
  const parts = Map.groupBy(
    tables.rows as { schema: string; table: string }[],
    (table) => table.schema,
  )
  const sections = [...parts].map(
    ([schema, list]) =>
      `## ${schema}\n\n${list.map((each) => section(`${each.schema}.${each.table}`, policies.get(`${each.schema}.${each.table}`) ?? [])).join('\n')}`,
  )
  return `# Who may see and do what\n\nMade by \`npm run docs\` from the rules in the database: each line is the name of a row-level-security policy. What no line allows, nobody may do but the application itself, at a piece of work with a name.\n\n${sections.join('\n')}`
}

/** docs/events.md: every event that is written to the audit log. */
export function eventsDoc(features: readonly Feature[]): string {
  const lines = features
    .flatMap((feature) => Object.entries(feature.events))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `# What is written to the audit log\n\nMade by \`npm run docs\` from what each capability declares.\n\n| Event | What happened |\n|---|---|\n${lines.map(([event, sentence]) => `| \`${event}\` | ${sentence} |`).join('\n')}\n`
}

const commands: Record<string, string> = {
  SELECT: 'see',
  INSERT: 'add',
  UPDATE: 'change',
  DELETE: 'remove',
  ALL: 'see, add, change and remove',
}

function section(table: string, policies: Policy[]): string {
  const lines = policies.map((policy) => `- ${policy.name} (${commands[policy.command]})`)
  return `### ${table}\n\n${lines.length ? lines.join('\n') : '- nobody but the application'}\n`
}
