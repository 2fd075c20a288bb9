import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/accounts/contract.ts'
import { EXPORT_FORMATS, listExports } from '../../server/collections/export/contract.ts'
import { registry } from '../../server/themes.ts'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const HERE = '00441'
const BESIDE = '00442'
const AS_OF = 'asOf=2026-11-22'

beforeAll(async () => {
  server = await startServer()
  const data = communeData(server.db)
  await data.publish('communes', [
    { code: HERE, name: 'Xã Đây', geom: box(105, 18, 105.1, 18.1) },
    { code: BESIDE, name: 'Xã Bên', geom: box(105.2, 18, 105.3, 18.1) }
  ])
  await data.publish('premises', [
    { ref: 'ho-1', residents: 4, households: 1, commune_code: HERE, geom: point(105.05, 18.05) },
    { ref: 'ho-2', residents: 3, households: 1, commune_code: BESIDE, geom: point(105.25, 18.05) }
  ])
  await data.publish('relics', [
    { ref: 'm', name: 'Gò Mộ', commune_code: HERE, geom: point(105.012_345, 18.012_345), protected: true },
    {
      ref: 'ngoai',
      name: 'Miếu Ngoài Ranh',
      commune_code: HERE,
      geom: point(105.105, 18.05),
      protected: null
    },
    {
      ref: 'ben',
      name: 'Gò Xã Bên',
      commune_code: BESIDE,
      geom: box(105.09, 18.05, 105.21, 18.06),
      protected: true
    }
  ])
})
afterAll(() => server.stop())

async function as(role: Role, communeCode: string | null = HERE) {
  const { headers } = await signedIn(server.db, { role, communeCode })
  return (collection: string, query: string) =>
    server.app.inject({ url: `/api/staff/collections/${collection}/export?${AS_OF}&${query}`, headers })
}

describe('all that is known of a collection as a file', () => {
  test('planners have what nobody keeps by hand, with the source’s own ids; of their own commune', async () => {
    const response = await (await as('planner'))('premises', 'f=csv')
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="dia-ban_premises_noi-bo_${HERE}_2026-11-22.csv"`
    )
    expect(response.body).toMatch(/^\u{feff}ref,/u)
    expect(response.body).toContain('ho-1')
    expect(response.body).not.toContain('ho-2')
    const all = await (await as('planner', null))('premises', 'f=csv')
    expect(all.body).toContain('ho-2')
  })

  test('culture officers have a hidden place where it is; the public its cell', async () => {
    const known = await (await as('culture'))('relics', 'f=csv')
    expect(known.body).toContain('105.012345,18.012345')
    const open = await server.app.inject(`/api/collections/relics/export?${AS_OF}&f=csv`)
    expect(open.body).toContain('Gò Mộ')
    expect(open.body).not.toContain('105.012345')
  })

  test('of a commune, what says that it is hers: not a neighbour’s ground that reaches in', async () => {
    const { body } = await (await as('culture'))('relics', 'f=csv')

    expect(body).toContain('Miếu Ngoài Ranh')
    expect(body).not.toContain('Gò Xã Bên')
    const unlike = await server.app.inject(`/api/collections/relics/export?${AS_OF}&f=csv&commune=${HERE}`)
    expect(unlike.body).not.toContain('Gò Xã Bên')
  })

  test('every collection that files fill has its fields in the view for staff', async () => {
    const ask = await as('planner')
    for (const { id, managedBy } of registry.importable.filter(
      ({ managedBy }) => managedBy !== 'relic.manage'
    )) {
      const { statusCode, body } = await ask(id, 'f=geojson')
      expect([id, managedBy, statusCode], body.slice(0, 200)).toEqual([
        id,
        managedBy,
        ['communes', 'premises'].includes(id) ? 200 : 404
      ])
    }
  })

  test('each is in the audit log with who took it, and one that is not taken is not', async () => {
    const { headers, login } = await signedIn(server.db, { role: 'culture', communeCode: HERE })
    const url = `/api/staff/collections/relics/export?${AS_OF}`
    expect((await server.app.inject({ url: `${url}&f=gpkg&crs=9209`, headers })).statusCode).toBe(200)
    expect((await server.app.inject({ url: `${url}&f=kml&crs=9209`, headers })).statusCode).toBe(400)
    const { rows } = await server.db.query(
      `select e.commune_code, e.subject_id, e.after
         from audit_entry e join account a on a.id = e.account_id
        where e.action = 'collection.export' and a.login = $1`,
      [login]
    )
    expect(rows).toEqual([
      { commune_code: HERE, subject_id: 'relics', after: { format: 'gpkg', crs: 9209, asOf: '2026-11-22' } }
    ])
  })
})

test('what may be chosen are the collections that one keeps, every format and system by name', async () => {
  const { headers } = await signedIn(server.db, { role: 'culture', communeCode: HERE })
  const answer = await server.app.inject({ url: listExports.path, headers })
  const { collections, formats, systems } = listExports.reply.parse(answer.json())
  expect(collections.map(({ id }) => id)).toEqual(['relics'])
  expect(formats.map(({ id }) => id)).toEqual(Object.keys(EXPORT_FORMATS))
  expect(systems.find(({ srid }) => srid === 9209)?.title.vi).toBe(
    'VN-2000, kinh tuyến trục 105°30′ (EPSG:9209)'
  )
})

test.each<[Role, string, string, number]>([
  ['culture', 'premises', 'f=csv', 403],
  ['planner', 'relics', 'f=csv', 403],
  ['officer', 'premises', 'f=csv', 403],
  ['field', 'villages', 'f=csv', 403],
  ['leader', 'cameras', 'f=csv', 403],
  ['administrator', 'premises', 'f=csv', 403],
  ['planner', 'premises', `f=csv&commune=${BESIDE}`, 403],
  ['planner', 'reports', 'f=csv', 404],
  ['planner', 'account', 'f=csv', 404],
  ['planner', 'premises', 'f=dwg', 400]
])('%s is refused %s?%s by a sentence', async (role, collection, query, status) => {
  const response = await (await as(role))(collection, query)
  expect([response.statusCode, response.json<{ detail: string }>().detail.length > 20]).toEqual([
    status,
    true
  ])
})
