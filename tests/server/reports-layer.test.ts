import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import { helpText } from '../../server/collections/import/help-text.ts'
import { derivations, registry } from '../../server/themes.ts'
import { decodeTile } from '../support/decode-tile.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

/** What the versions of collections may lag behind, with room for a busy machine. */
const LAG_MS = 1_200

let server: ReportsServer
beforeAll(async () => {
  server = await startReports()
})
afterAll(() => server.stop())

function addressOf(lng: number, lat: number, z = 14) {
  const x = Math.floor(((lng + 180) / 360) * 2 ** z)
  const rad = (lat * Math.PI) / 180
  const y = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * 2 ** z)
  return `/ogc/collections/reports/tiles/WebMercatorQuad/${z}/${y}/${x}`
}

async function published(more: Parameters<ReportsServer['draft']>[0] = {}, dx = 0.005, dy = 0.005) {
  const { report, receipt } = await server.take(server.draft(more, dx, dy))
  await server.approve(report.id)
  return { ...report, number: receipt.number }
}

async function item(number: string) {
  const answer = await server.get<{
    features: { geometry: { coordinates: number[] }; properties: object }[]
  }>(`/ogc/collections/reports/items?number=${number}`)
  return answer.features[0]
}

async function tile(lng: number, lat: number, headers: Record<string, string> = {}) {
  const response = await server.app.inject({ url: addressOf(lng, lat), headers })
  const layer = response.statusCode === 200 ? (decodeTile(response.rawPayload).reports ?? []) : []
  return { status: response.statusCode, etag: String(response.headers.etag), layer }
}

describe('reports as a collection', () => {
  test('are items with their open fields only', async () => {
    const { number, place } = await published({ description: 'Rác ở cổng chợ' })
    const found = await item(number)

    expect(found?.geometry.coordinates[0]).toBeCloseTo(place.lng, 8)
    expect(Object.keys(found?.properties ?? {})).toEqual([
      'number',
      'title',
      'category',
      'theme',
      'state',
      'sensitive',
      'description',
      'commune_code',
      'village_code',
      'unit',
      'received_on',
      'resolved_on',
      'closed_on',
      'valid_from',
      'valid_to'
    ])
    expect(found?.properties).toMatchObject({
      number,
      title: `${number} · Rác ở cổng chợ`,
      state: 'new',
      theme: 'waste'
    })
  })

  test('are there only once somebody approved them', async () => {
    const { receipt } = await server.take()

    expect(await item(receipt.number)).toBeUndefined()
  })

  test('keep script as text', async () => {
    const { number } = await published({ description: '<script>alert(1)</script>' })
    const page = await server.app.inject({
      url: `/ogc/collections/reports/items?number=${number}`,
      headers: { accept: 'text/html' }
    })

    expect(page.body).not.toContain('<script>alert')
    expect(page.body).toContain('&lt;script&gt;')
  })

  test('are found by their number and by words without diacritics', async () => {
    const { number } = await published({ description: 'Cống tắc trước nhà văn hóa Đồng Cời' })
    const hits = async (q: string) =>
      (await server.get<{ hits: { collection: string; name: string }[] }>(`/api/search?q=${q}`)).hits

    for (const q of [number, 'cong+tac+dong+coi'])
      expect(await hits(q)).toContainEqual(
        expect.objectContaining({ collection: 'reports', name: expect.stringContaining(number) })
      )
  })

  test('are not filled from files, and the importer says so', async () => {
    const deps = { db: server.db, registry, derivations }
    const request = {
      collection: 'reports',
      title: 'x',
      fileName: 'x',
      sha256: '0'.repeat(64),
      importedBy: 'x'
    }
    await expect(importFeatures(deps, request, [])).rejects.toThrow('không nạp từ tệp')
    expect(helpText(registry, 'vi')).not.toContain('reports:')
  })
})

describe('tiles of reports', () => {
  test('carry what the map draws, at the place', async () => {
    const { number, place } = await published()
    const { layer } = await tile(place.lng, place.lat)
    const found = layer.find(({ properties }) => properties['number'] === number)

    expect(found?.properties).toEqual({
      number,
      category: 'illegal_dump',
      theme: 'waste',
      state: 'new',
      sensitive: false
    })
  })

  test('of a hidden place show its cell and nothing finer', async () => {
    const sent = { category: 'illegal_discharge_source' }
    const [one, other] = [await published(sent, 0.00301, 0.00301), await published(sent, 0.00302, 0.00302)]
    const { layer } = await tile(one.place.lng, one.place.lat)
    const shapes = layer
      .filter(({ properties }) => [one.number, other.number].includes(String(properties['number'])))
      .map(({ rings }) => JSON.stringify(rings))

    expect(shapes).toHaveLength(2)
    expect(new Set(shapes).size).toBe(1)
  })

  test('hold what is public and no more, at every zoom, as many as the list and the items count', async () => {
    const sensitive = { category: 'illegal_discharge_source' }
    const [first, second, withdrawn, merged] = [
      await published(),
      await published({}, 0.00501),
      await published({}, 0.00502),
      await published({}, 0.00503)
    ]
    const hidden = await published(sensitive, 0.00801, 0.00801)
    const unseen = [
      await server.take(server.draft({}, 0.00504)),
      await server.take(server.draft(sensitive, 0.00802, 0.00802))
    ]
    await server.change(withdrawn.id, 'approved_at = null')
    await server.change(merged.id, `state = 'duplicate', duplicate_of = $2`, [first.id])
    const shown = [first.number, second.number, hidden.number]
    const secret = [withdrawn.number, merged.number, ...unseen.map(({ receipt }) => receipt.number)]
    const place = first.place
    const { reports, total } = await server.list(`commune=${server.commune.code}&limit=500`)
    const { numberMatched } = await server.get<{ numberMatched: number }>('/ogc/collections/reports/items')
    // No other test asked for these before: none of them comes from a cache.
    for (const z of [9, 11, 12]) {
      const response = await server.app.inject(addressOf(place.lng, place.lat, z))
      const drawn = (decodeTile(response.rawPayload).reports ?? []).map(
        ({ properties }) => properties['number']
      )
      expect(drawn.sort(), `zoom ${z}`).toEqual(reports.map(({ number }) => number).sort())
    }

    expect(reports.map(({ number }) => number)).toEqual(expect.arrayContaining(shown))
    for (const { number } of reports) expect(secret).not.toContain(number)
    expect([reports.length, numberMatched]).toEqual([total, total])
  })

  test('a box about the true place of a hidden report counts nothing, in the list nor in the items', async () => {
    const { place, number } = await published({ category: 'illegal_discharge_source' }, 0.01101, 0.01101)
    const [drawn] = (await item(number))?.geometry.coordinates ?? []
    const box = [place.lng - 1e-5, place.lat - 1e-5, place.lng + 1e-5, place.lat + 1e-5].join()
    const items = await server.get<{ numberMatched: number }>(`/ogc/collections/reports/items?bbox=${box}`)

    expect(Math.abs((drawn ?? place.lng) - place.lng)).toBeGreaterThan(1e-5)
    expect([(await server.list(`bbox=${box}`)).total, items.numberMatched]).toEqual([0, 0])
  })

  test('change their validator within two seconds when a report does, and not when nothing public does', async () => {
    const { id, place } = await published()
    await sleep(LAG_MS)
    const { etag } = await tile(place.lng, place.lat)
    await server.take()
    await sleep(LAG_MS)
    expect((await tile(place.lng, place.lat, { 'if-none-match': etag })).status).toBe(304)

    await server.change(id, `state = 'received'`)
    await sleep(LAG_MS)
    const after = await tile(place.lng, place.lat, { 'if-none-match': etag })
    expect(after.status).toBe(200)
    expect(after.layer.map(({ properties }) => properties['state'])).toContain('received')

    await server.change(id, 'approved_at = null')
    await sleep(LAG_MS)
    expect((await tile(place.lng, place.lat)).etag).not.toBe(after.etag)
  })
})
