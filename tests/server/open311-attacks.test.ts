import { afterAll, beforeAll, expect, test } from 'vitest'
import { open311Of, readXml } from '../support/open311.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
let open311: ReturnType<typeof open311Of>

beforeAll(async () => {
  server = await startReports()
  open311 = open311Of(server)
})
afterAll(() => server.stop())

const HIDDEN = 'illegal_discharge_source'

async function approved(...given: Parameters<ReportsServer['draft']>) {
  const taken = await server.take(server.draft(...given))
  await server.approve(taken.report.id)
  return taken
}

test('a hidden place is told as its cell, alike for every place in the cell', async () => {
  const place = { lng: server.commune.west + 0.0123, lat: server.commune.south + 0.0056 }
  const measured = { ...place, accuracyM: 3.25 }
  const { receipt } = await approved({ category: HIDDEN, place, measured })
  const [first] = await open311.list(`service_request_id=${receipt.number}`)
  const cell = { lng: first?.long ?? 0, lat: first?.lat ?? 0 }
  const { receipt: centre } = await approved({ category: HIDDEN, place: cell, placeFrom: 'map' })
  const [second] = await open311.list(`service_request_id=${centre.number}`)

  expect(cell).not.toEqual(place)
  expect({ lng: second?.long, lat: second?.lat }).toEqual(cell)
  expect([first, second].map((one) => one?.extended_attributes.accuracy)).toEqual([143, 143])
  expect(first?.extended_attributes.place_hidden).toBe(true)
  const answers = [
    await open311.ask('v2/requests.xml?extensions=true'),
    await open311.ask('v2/requests.json?extensions=true'),
    await open311.ask(`v2/requests/${receipt.number}.xml?extensions=true`)
  ]
  for (const { body } of answers) {
    expect(body).not.toContain(String(place.lng))
    expect(body).not.toContain(String(place.lat))
    expect(body).not.toContain('3.25')
    expect(body).not.toContain(`${server.commune.code}-1`)
  }
})

test('the true place lies within the accuracy that is told', async () => {
  // From the lower left corner of a cell to its upper right one.
  for (const [dx, dy] of [
    [0.0001, 0.0001],
    [0.00031, 0.00157],
    [0.00179, 0.0009]
  ]) {
    const { report, receipt } = await approved({ category: HIDDEN }, 0.01 + (dx ?? 0), 0.01 + (dy ?? 0))
    const [told] = await open311.list(`service_request_id=${receipt.number}`)
    const { rows } = await server.db.query<{ m: number }>(
      `select st_distance(geom::geography, st_setsrid(st_makepoint($2, $3), 4326)::geography) as m
         from report where id = $1`,
      [report.id, told?.long, told?.lat]
    )
    expect(rows[0]?.m).toBeLessThanOrEqual(told?.extended_attributes.accuracy ?? 0)
  }
})

test('a picture of a hidden place that was merged into one that is shown stays away', async () => {
  const { report: root, receipt } = await approved()
  const { report: hidden } = await approved({ category: HIDDEN })
  await server.change(hidden.id, `state = 'duplicate', duplicate_of = $2`, [root.id])

  expect((await open311.list(`service_request_id=${receipt.number}`))[0]?.extended_attributes.media).toEqual(
    []
  )
})

test('script and markup in a text are text, in both formats', async () => {
  const description = `<script>alert(1)</script> ]]> & "x" <!-- &lt; \u0001 😀`
  const { receipt } = await approved({ description })
  const path = `v2/requests/${receipt.number}`
  const xml = (await open311.ask(`${path}.xml`)).body
  const read = readXml(xml) as { service_requests: { request: { description: string } } }

  expect(xml).not.toContain('<script')
  expect(read.service_requests.request.description).toBe(description.replace('\u0001', '\ufffd'))
  const json = await open311.ask(`${path}.json`)
  expect((json.json() as { description: string }[])[0]?.description).toBe(description)
  expect(json.headers['x-content-type-options']).toBe('nosniff')
})

test('markup in an address or a parameter comes back as text only', async () => {
  for (const path of [
    'v2/services/%3Cscript%3E.xml',
    'v2/requests.xml?%3Cscript%3E=1',
    'v2/tokens/%3Cscript%3E.xml',
    'v2/requests/x.%3Cscript%3E'
  ]) {
    const { statusCode, body } = await open311.ask(path)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('<script')
    readXml(body)
  }
})

test('wrong keys from one address end, a right one goes on', async () => {
  const { key } = await open311.makeKey('tỉnh')
  const statuses = new Set<number>()
  for (let i = 0; i < 40; i++) statuses.add((await open311.send(open311.form(`wrong-${i}`))).statusCode)

  expect([...statuses]).toEqual([403, 429])
  expect((await open311.send(open311.form(key))).statusCode).toBe(201)
})
