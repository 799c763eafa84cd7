import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openEmbedded } from '#kernel/db/embedded.ts'
import { migrate } from '#kernel/migrate.ts'

const engine = await openEmbedded(undefined)
after(() => engine.close())

test('a login role that is no superuser makes the two roles, and may become them', async () => {
  await engine.root(`
    create role guildhall createrole login;
    alter database postgres owner to guildhall;
    set session authorization guildhall`)
  await migrate(engine, [])
  for (const role of ['guildhall_viewer', 'guildhall_system']) {
    const { rows } = await engine.root(`set role ${role}; select current_user as name`)
    assert.deepEqual(rows, [{ name: role }])
    await engine.root('reset role')
  }
})
