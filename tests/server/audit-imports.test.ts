import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '../../server/accounts/audit-verify.ts'
import { startCommands } from '../support/import-command.ts'

let commands: Awaited<ReturnType<typeof startCommands>>

beforeAll(async () => {
  commands = await startCommands({ more: { DEMO: 'false' } })
})
afterAll(() => commands.stop())

const line = (name: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '99999', name },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [105.9, 18.3],
              [105.95, 18.3],
              [105.95, 18.35],
              [105.9, 18.35],
              [105.9, 18.3]
            ]
          ]
        }
      }
    ]
  })

const entries = async () =>
  (
    await commands.database.db.query(
      `select actor, action, subject_id as "subjectId", before, after, from_hash as "from" from audit_entry
        where subject = 'import' and actor <> 'program' order by id`
    )
  ).rows

test('an import and its undoing are in the log: by a command, which file, how many rows; a refused one is not', async () => {
  const good = commands.file('xa.geojson', line('Xã mẫu'))
  const bad = commands.file('sai.geojson', line(''))
  const { stdout } = await commands.run('server/import.ts', [
    'communes',
    good,
    '--title',
    'Địa giới',
    '--json'
  ])
  const { importId } = JSON.parse(stdout) as { importId: number }
  expect((await commands.run('server/import.ts', ['communes', bad])).code).toBe(1)
  expect((await commands.run('server/import.ts', ['communes', good, '--dry-run'])).code).toBe(0)
  expect((await commands.run('server/import.ts', ['undo', String(importId)])).code).toBe(0)

  const facts = { collection: 'communes', title: 'Địa giới' }
  const by = { actor: 'command', subjectId: String(importId), from: expect.stringMatching(/^hmac:/) }
  expect(await entries()).toEqual([
    {
      ...by,
      action: 'import.publish',
      before: null,
      after: {
        ...facts,
        fileName: 'xa.geojson',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        speaksFor: [],
        rowsIn: 1,
        rowsRefused: 0
      }
    },
    { ...by, action: 'import.undo', before: facts, after: null }
  ])
  expect((await verifyAudit(commands.database.db)).faults).toEqual([])
})
