import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  Definition,
  Discovery,
  Errors,
  open311Of,
  readXml,
  Requests,
  REQUEST_FIELDS,
  Services
} from '../support/open311.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: ReportsServer
let open311: ReturnType<typeof open311Of>

beforeAll(async () => {
  server = await startReports()
  open311 = open311Of(server)
})
afterAll(() => server.stop())

async function approved(...given: Parameters<ReportsServer['draft']>) {
  const taken = await server.take(server.draft(...given))
  await server.approve(taken.report.id)
  return taken
}
const ids = (told: { service_request_id: string }[]) => told.map((one) => one.service_request_id)

test('discovery tells where the standard is spoken, in both formats', async () => {
  const json = await open311.ask('discovery.json')
  const xml = await open311.ask('discovery.xml')

  expect(json.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8')
  const { endpoints } = Discovery.parse(json.json())
  expect(endpoints[0]?.url).toEqual(expect.stringMatching(/^http:\/\/localhost(:80)?\/open311\/v2$/))
  expect(readXml(xml.body)).toMatchObject({
    discovery: {
      endpoints: {
        endpoint: { formats: { format: ['text/xml', 'application/json'] }, type: 'production' }
      }
    }
  })
  expect((await open311.ask('v2/discovery.json')).body).toBe(json.body)
  expect((await open311.ask('v2/discovery.xml')).body).toBe(xml.body)
})

test('services are the categories that are offered; the format is XML where none is said', async () => {
  const services = Services.parse((await open311.ask('v2/services.json')).json())
  const xml = readXml((await open311.ask('v2/services')).body) as { services: { service: object[] } }

  expect(services.length).toBe(12)
  expect(services[0]?.service_code).toBe('illegal_dump')
  expect(Object.keys(xml.services.service[0] ?? {})).toEqual(Object.keys(services[0] ?? {}))
  expect(xml.services.service.length).toBe(12)
})

test('names come in the language that the caller likes', async () => {
  const response = await server.app.inject({
    url: '/open311/v2/services.json',
    headers: { 'accept-language': 'en' }
  })

  expect(Services.parse(response.json())[0]?.service_name).toBe('Illegal dump')
  expect(response.headers['content-language']).toBe('en')
})

test('a service is defined by what a request may say besides', async () => {
  const definition = Definition.parse((await open311.ask('v2/services/illegal_dump.json')).json())
  const xml = readXml((await open311.ask('v2/services/illegal_dump.xml')).body)

  expect(definition.attributes.map(({ code }) => code)).toEqual(['external_id', 'accuracy', 'observed_at'])
  expect(xml).toMatchObject({
    service_definition: {
      service_code: 'illegal_dump',
      attributes: { attribute: [{ variable: 'true', order: '1' }, {}, {}] }
    }
  })
  expect(await open311.refused('v2/services/ufo.json')).toBe(404)
})

test('a request has the fields of the standard in its order, alike in both formats', async () => {
  const { receipt } = await approved({ description: 'Đống rác ở đầu ngõ' }, 0.006, 0.007)
  const path = `v2/requests/${receipt.number}`
  const [told] = Requests.parse((await open311.ask(`${path}.json`)).json())
  const xml = readXml((await open311.ask(`${path}.xml`)).body) as { service_requests: { request: object } }

  expect(told).toMatchObject({
    service_request_id: receipt.number,
    status: 'open',
    status_notes: 'Mới',
    service_name: 'Bãi rác, điểm đổ rác trái phép',
    description: 'Đống rác ở đầu ngõ',
    requested_datetime: receipt.receivedAt
  })
  expect(told?.lat).toBeCloseTo(server.commune.south + 0.007, 9)
  expect(told?.long).toBeCloseTo(server.commune.west + 0.006, 9)
  expect(Object.keys(told ?? {})).toEqual(REQUEST_FIELDS)
  expect(Object.keys(xml.service_requests.request)).toEqual(REQUEST_FIELDS)
  expect(xml.service_requests.request).toMatchObject({ status: 'open', address: '', lat: String(told?.lat) })
})

test('only what a person approved is there', async () => {
  const { receipt } = await server.take(server.draft({ category: 'waste_burning' }))

  expect(await open311.list('service_code=waste_burning')).toEqual([])
  expect(await open311.list(`service_request_id=${receipt.number}`)).toEqual([])
  expect(await open311.refused(`v2/requests/${receipt.number}.json`)).toBe(404)
})

test('filters: ids before all others, services, status, commune', async () => {
  const { receipt: a } = await approved({ category: 'wastewater' })
  const { report, receipt: b } = await approved({ category: 'road_damage' })
  await server.change(report.id, `state = 'resolved', resolved_at = now()`)
  const both = `service_code=wastewater,road_damage`

  expect(ids(await open311.list(both))).toEqual([b.number, a.number])
  expect(ids(await open311.list(`${both}&status=open`))).toEqual([a.number])
  expect(ids(await open311.list(`${both}&status=closed`))).toEqual([b.number])
  expect(ids(await open311.list(`${both}&status=open,closed`))).toEqual([b.number, a.number])
  expect(ids(await open311.list(`service_request_id=${b.number},PA-1&status=open`))).toEqual([b.number])
  expect((await open311.list(`jurisdiction_id=${server.commune.code}`)).length).toBeGreaterThan(1)
  for (const code of ['00001', 'hanoi.gov.vn', '1'.repeat(300)])
    for (const path of ['v2/requests.json', 'v2/services.json'])
      expect(await open311.refused(`${path}?jurisdiction_id=${code}`)).toBe(404)
})

test('a parameter that is passed and empty is one that is not passed', async () => {
  const { receipt } = await approved()
  const empty = 'jurisdiction_id=&service_request_id=&service_code=&start_date=&end_date=&status=&page='

  expect(ids(await open311.list(empty))).toContain(receipt.number)
  expect((await open311.ask(`v2/services.json?jurisdiction_id=`)).statusCode).toBe(200)
})

test('a key and extensions of others change no answer', async () => {
  const { receipt } = await approved()
  for (const path of [
    'discovery',
    'v2/services',
    'v2/services/illegal_dump',
    `v2/requests/${receipt.number}`
  ]) {
    const plain = await open311.ask(`${path}.json`)
    const asked = await open311.ask(`${path}.json?api_key=abc&extensions=v1`)
    expect([asked.statusCode, asked.body]).toEqual([200, plain.body])
  }
  const [told] = Requests.parse((await open311.ask('v2/requests.json?api_key=abc&extensions=v1')).json())
  expect(Object.keys(told ?? {})).toEqual(REQUEST_FIELDS)
})

test('one request is told of its own jurisdiction only', async () => {
  const { receipt } = await approved()
  const other = await squareCommune(server.data)
  const path = `v2/requests/${receipt.number}.json?jurisdiction_id=`

  expect((await open311.ask(`${path}${server.commune.code}`)).statusCode).toBe(200)
  expect(await open311.refused(`${path}${other.code}`)).toBe(404)
})

test('a number that was merged answers with what it was merged into', async () => {
  const { receipt: root, report: into } = await approved()
  const { receipt, report } = await approved()
  await server.change(report.id, `state = 'duplicate', duplicate_of = $2`, [into.id])

  expect(ids(await open311.list(`service_request_id=${receipt.number}`))).toEqual([root.number])
})

test('90 days: the last ones, to or from one end, and never more', async () => {
  const { report, receipt } = await approved({ category: 'animal_carcass' })
  await server.change(report.id, `received_at = '2025-03-01T00:00:00Z', updated_at = '2025-03-02T00:00:00Z'`)
  const found = async (query: string) =>
    ids(await open311.list(`service_code=animal_carcass&${query}`)).length

  expect(await found('')).toBe(0)
  expect(await found('start_date=2025-01-01T00:00:00Z')).toBe(1)
  expect(await found('start_date=2024-11-01T00:00:00Z')).toBe(0)
  expect(await found('end_date=2025-05-01T00:00:00Z')).toBe(1)
  expect(await found('end_date=2025-06-01T00:00:00Z')).toBe(0)
  expect(await found('start_date=2025-03-01T00:00:00Z&end_date=2025-03-01T07:00:00%2B07:00')).toBe(1)
  expect(await found('updated_after=2025-03-02T00:00:00Z&updated_before=2025-03-02T00:00:00Z')).toBe(1)
  expect(await found('updated_after=2025-03-02T00:00:01Z')).toBe(0)
  expect(await found('start_date=2025-03-01&end_date=2025-03-01')).toBe(1)
  expect(await found('start_date=2025-03-02&end_date=2025-03-03')).toBe(0)
  expect(await found('start_date=2025-02-27&end_date=2025-02-28')).toBe(0)
  expect(await found('updated_after=2025-03-02&updated_before=2025-03-02')).toBe(1)
  expect(await found(`service_request_id=${receipt.number}`)).toBe(1)
  const refused = (query: string) => open311.refused(`v2/requests.json?${query}`)
  expect(await refused('start_date=2025-01-01T00:00:00Z&end_date=2025-04-02T00:00:00Z')).toBe(400)
  expect(await refused('start_date=2025-01-02T00:00:00Z&end_date=2025-01-01T00:00:00Z')).toBe(400)
})

test('a closed request was updated when it was closed, and is found by what changed since', async () => {
  const { report } = await approved({ category: 'waste_burning' })
  const told = async (query = '') => (await open311.list(`service_code=waste_burning${query}`))[0]
  const set = (columns: string) => server.change(report.id, columns)
  const moment = '2026-11-10T01:00:00.000Z'

  await set(`updated_at = '${moment}'`)
  expect(await told()).toMatchObject({ status: 'open', updated_datetime: moment })
  await set(`state = 'resolved', resolved_at = '2026-11-11T01:00:00Z', updated_at = '2026-11-12T01:00:00Z'`)
  const closed = '2026-11-11T01:00:00.000Z'
  expect(await told()).toMatchObject({ status: 'closed', updated_datetime: closed })
  await set(`state = 'closed', closed_at = '2026-11-19T01:00:00Z', updated_at = '2026-11-19T01:00:00Z'`)
  expect(await told('&updated_after=2026-11-18T00:00:00Z')).toMatchObject({
    updated_datetime: closed,
    extended_attributes: { closed_datetime: closed }
  })
  await set(`state = 'out_of_scope', handed_to = 'Sở Xây dựng', resolved_at = null`)
  expect((await told())?.updated_datetime).toBe('2026-11-19T01:00:00.000Z')
})

test('what is not understood is refused in the form of the standard', async () => {
  const refused = [
    'start_date=2025-02-30',
    'start_date=2025-01-01T00:00:00',
    'start_date=0000-01-01T00:00:00Z',
    'status=gone',
    'page=0',
    'page_size=1001',
    'bbox=1,2,3,4'
  ]
  for (const query of refused) expect(await open311.refused(`v2/requests.json?${query}`)).toBe(400)
  const status = Errors.parse((await open311.ask('v2/requests.json?status=gone')).json())
  expect(status[0]?.description).toBe('Tham số «status» phải là một trong: open, closed.')
  expect((await open311.ask('v2/requests/PA-2026-000001.csv')).statusCode).toBe(404)
})

test('errors are XML where XML is asked for', async () => {
  const response = await open311.ask('v2/requests.xml?bbox=1')
  const nowhere = await open311.ask('v3/anything')

  expect(response.statusCode).toBe(400)
  expect(readXml(response.body)).toEqual({
    errors: { error: { code: '400', description: 'Không có tham số «bbox».' } }
  })
  expect(nowhere.statusCode).toBe(404)
  expect(readXml(nowhere.body)).toMatchObject({ errors: { error: { code: '404' } } })
  expect(Errors.parse((await open311.ask('v2/services/ufo.json')).json())[0]?.description).toContain('ufo')
})

test('pages follow one another, and one answer has a thousand at most', async () => {
  for (let i = 0; i < 5; i++) await approved({ category: 'construction_waste' }, 0.001 * (i + 1), 0.004)
  await server.db.query(
    `insert into report (id, number, commune_code, category_code, sensitive, urgent, geom, place_from, channel,
                         received_at, approved_at)
     select gen_random_uuid(), 'PA-2020-' || lpad(n::text, 6, '0'), $1, 'uncollected_waste', false, false,
            st_setsrid(st_makepoint($2, $3), 4326), 'map', 'demo', '2020-01-01T00:00:00Z', now()
       from generate_series(1, 1005) n`,
    [server.commune.code, server.commune.west, server.commune.south]
  )
  const page = async (query: string) => ids(await open311.list(`service_code=construction_waste&${query}`))
  const all = await page('')

  expect(all.length).toBe(5)
  expect([
    ...(await page('page_size=2')),
    ...(await page('page=2&page_size=2')),
    ...(await page('page=3&page_size=2'))
  ]).toEqual(all)
  expect(await page('page=4&page_size=2')).toEqual([])
  const many = 'service_code=uncollected_waste&start_date=2020-01-01T00:00:00Z'
  expect((await open311.list(many)).length).toBe(1000)
  expect((await open311.list(`${many}&page=2`)).length).toBe(5)
})

test('a token is the id that a phone made, and nothing else; it tells of what is public only', async () => {
  const { report, receipt } = await server.take()
  expect(await open311.refused(`v2/tokens/${report.id}.json`)).toBe(404)
  await server.approve(report.id)
  const answer = (await open311.ask(`v2/tokens/${report.id}.json`)).json()

  expect(answer).toEqual([{ service_request_id: receipt.number, token: report.id }])
  expect(readXml((await open311.ask(`v2/tokens/${report.id}.xml`)).body)).toEqual({
    service_requests: { request: { service_request_id: receipt.number, token: report.id } }
  })
  expect(await open311.refused('v2/tokens/abc.json')).toBe(404)
  expect(await open311.refused('v2/tokens/00000000-0000-4000-8000-000000000000.json')).toBe(404)
})

test('how exact the place is, where it was measured and not moved', async () => {
  const place = { lng: server.commune.west + 0.003, lat: server.commune.south + 0.003 }
  const { receipt: measured } = await approved({ place, measured: { ...place, accuracyM: 12 } })
  const { receipt: moved } = await approved({
    place,
    placeFrom: 'map',
    measured: { ...place, lat: place.lat + 0.001, accuracyM: 12 }
  })
  const accuracy = async (number: string) =>
    (await open311.list(`service_request_id=${number}`))[0]?.extended_attributes.accuracy

  expect(await accuracy(measured.number)).toBe(12)
  expect(await accuracy(moved.number)).toBeNull()
})
