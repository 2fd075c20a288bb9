import { createHash } from 'node:crypto'
import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headersOf, ORIGIN, signedIn } from '../support/accounts.ts'
import { decodeTile } from '../support/decode-tile.ts'
import { photo } from '../support/media-files.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

// Whatever can be read is read, by everybody: every GET route with every number, text, file and tile that could lead to three
// reports: one that nobody approved, one whose place is hidden, and an open one. Who finds what is one table.

const ASKERS = {
  nobody: 'nobody is signed in',
  officer: 'an officer of the unit that handles both',
  otherOfficer: 'an officer of another unit of the commune',
  field: 'somebody in the field to whom the unapproved one was given',
  otherField: 'somebody in the field with nothing to do with them',
  leader: 'a leader of the commune',
  foreignLeader: 'a leader of another commune',
  planner: 'a planner of the commune',
  culture: 'a culture officer of the commune',
  administrator: 'an administrator of all communes'
} as const
type Asker = keyof typeof ASKERS

const FINDS = {
  'the words of the unapproved report': ['officer', 'field', 'leader'],
  'its place': ['officer', 'field', 'leader'],
  'its picture': ['officer', 'field', 'leader'],
  'its reporter’s number': ['officer'],
  'the hidden place': ['officer', 'leader'],
  'the number of who reported it': ['officer'],
  'that a question for the unapproved report counts one': ['officer', 'field', 'leader'],
  'the place of the open report, in a tile': Object.keys(ASKERS) as Asker[] // the keys of the table
} as const satisfies Record<string, readonly Asker[]>
type Secret = keyof typeof FINDS

const WORDS = 'khongaiduocdocdieunay'
const PHONES = ['0911222333', '0944555666'] as const
/** Far from round numbers and from the centres of cells; degrees from the commune's corner. */
const AT = [
  [0.00413579, 0.00624681],
  [0.01357913, 0.01246802],
  [0.02713579, 0.00912345]
] as const

let server: ReportsServer
const urls = new Set<string>()
const headers = new Map<Asker, Record<string, string>>()
let secrets: Record<Exclude<Secret, 'its picture'>, (answer: Answer) => boolean>
let pictureHash: string

interface Answer {
  url: string
  body: Buffer
  text: string
}

const routes: string[] = []
function remember({ method, url }: RouteOptions) {
  if ([method].flat().includes('GET')) routes.push(url)
}

/** Four decimals, not rounded: about ten metres. */
const digits = (degrees: number) => /^-?\d+\.\d{4}/.exec(degrees.toFixed(9))?.[0] ?? ''

interface Place {
  lng: number
  lat: number
}

function tileOf({ lng, lat }: Place, z: number) {
  const rad = (lat * Math.PI) / 180
  const x = ((lng + 180) / 360) * 2 ** z
  const y = ((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * 2 ** z
  return { z, row: Math.floor(y), col: Math.floor(x), px: (x % 1) * 4096, py: (y % 1) * 4096 }
}

/** Whether a tile draws a report within ten metres of a place. */
function isDrawn({ url, body }: Answer, place: Place) {
  const [, z, row, col] = /\/tiles\/WebMercatorQuad\/(\d+)\/(\d+)\/(\d+)/.exec(url) ?? []
  if (z === undefined || body.length === 0) return false
  const { px, py, ...tile } = tileOf(place, Number(z))
  if (tile.row !== Number(row) || tile.col !== Number(col)) return false
  const near = 10 / (40_075_016 / 2 ** Number(z) / 4096)
  return (decodeTile(body).reports ?? []).some(({ rings }) =>
    rings.flat().some(([x, y]) => Math.hypot(x - px, y - py) <= near)
  )
}

const tellsPlace = (place: Place) => (answer: Answer) =>
  answer.url.includes('/tiles/')
    ? isDrawn(answer, place)
    : answer.text.includes(digits(place.lng)) && answer.text.includes(digits(place.lat))

/** Every address that a GET route makes with what leads to the reports. */
function fill(route: string, values: Record<string, readonly string[]>): string[] {
  const name = /:(\w+)/.exec(route)?.[1]
  if (name === undefined) return [route.replace('*', 'items')]
  const given = values[name] ?? ['1']
  return given.flatMap((value) => fill(route.replace(`:${name}`, encodeURIComponent(value)), values))
}

const tileUrls = (route: string, places: readonly Place[]) =>
  places.flatMap((place) =>
    [6, 10, 12, 14].map((zoom) => {
      const { z, row, col } = tileOf(place, zoom)
      return route.replace(':z/:row/:col', `${z}/${row}/${col}`)
    })
  )

const INBOX = ['limit=100', 'mine=true', 'unit=none', 'approved=false', 'sort=due']

/** What could lead to them by filters, orders, searches and boxes. */
function questions(
  commune: string,
  places: readonly Place[],
  numbers: readonly string[],
  ids: readonly string[]
) {
  const boxes = places.map(({ lng, lat }) => `${lng - 1e-4},${lat - 1e-4},${lng + 1e-4},${lat + 1e-4}`)
  const near = places.map(({ lng, lat }) => `lng=${lng}&lat=${lat}`)
  return [
    ...[`commune=${commune}`, 'sort=due', 'sort=updated', 'limit=100', 'state=new', 'state=assigned'].map(
      (query) => `/api/reports?${query}`
    ),
    ...near.flatMap((at) => [
      `/api/reports/nearby?category=illegal_dump&${at}`,
      `/api/reports/nearby?category=illegal_discharge_source&${at}`
    ]),
    ...[WORDS, ...numbers, ...PHONES].map((q) => `/api/search?q=${q}`),
    ...['limit=100', `commune_code=${commune}`, ...numbers.map((number) => `number=${number}`)].flatMap(
      (query) => [`/ogc/collections/reports/items?${query}`, `/ogc/collections/reports/items?f=html&${query}`]
    ),
    ...boxes.flatMap((bbox) => [
      `/ogc/collections/reports/items?bbox=${bbox}`,
      `/api/reports?bbox=${bbox}`,
      `/api/staff/reports?bbox=${bbox}`
    ]),
    ...[...INBOX, `commune=${commune}`, `text=${WORDS}`, ...numbers.map((number) => `text=${number}`)].map(
      (query) => `/api/staff/reports?${query}`
    ),
    `/api/staff/category-units?commune=${commune}`,
    ...ids.flatMap((id) => [
      `/api/staff/media/${pictureHash}?report=${id}`,
      `/api/staff/media/${pictureHash}?report=${id}&size=thumbnail`
    ]),
    `/api/staff/audit?subject=report&limit=500`
  ]
}

beforeAll(async () => {
  server = await startReports({ listen: true, onRoute: remember })
  const { commune } = server
  const places = AT.map(([dx, dy]) => ({ lng: commune.west + dx, lat: commune.south + dy }))
  const [here, there, open] = places
  if (!here || !there || !open) throw new Error('three places')
  const bytes = await photo({ width: 120, height: 90 })
  pictureHash = createHash('sha256').update(bytes).digest('hex')
  const hidden = await server.take({
    ...server.draft({ description: WORDS, contact: { phone: PHONES[0] } }, ...AT[0]),
    media: [{ sha256: pictureHash, role: 'before', sizeBytes: bytes.length }]
  })
  await server.uploadPicture(hidden.report.id, { 'x-report-code': hidden.report.code }, bytes)
  const sensitive = await server.take(
    server.draft({ category: 'illegal_discharge_source', contact: { phone: PHONES[1] } }, 0.0111, 0.0111)
  )
  const plain = await server.take(server.draft({}, ...AT[2]))
  await server.approve(plain.report.id)

  const [unit, other] = [await server.unit(), await server.unit()]
  const leader = await server.staff('leader')
  const field = await server.staff('field', unit)
  await leader.act(hidden.report.id, { action: 'assign', unitId: unit, accountId: field.id })
  await leader.act(sensitive.report.id, { action: 'assign', unitId: unit })
  await leader.act(sensitive.report.id, { action: 'edit', place: there })
  await leader.approveAll(sensitive.report.id)
  const accounts: Record<Exclude<Asker, 'nobody'>, { id: number }> = {
    officer: await server.staff('officer', unit),
    otherOfficer: await server.staff('officer', other),
    field,
    otherField: await server.staff('field', unit),
    leader,
    foreignLeader: await signedIn(server.db, { role: 'leader', communeCode: '88888' }),
    planner: await server.staff('planner'),
    culture: await server.staff('culture'),
    administrator: await signedIn(server.db, { role: 'administrator' })
  }
  headers.set('nobody', { origin: ORIGIN })
  for (const [asker, { id }] of Object.entries(accounts))
    headers.set(asker as Asker, await headersOf(server.db, id)) // the keys of the record

  const numbers = [hidden.receipt.number, sensitive.receipt.number]
  const ids = [hidden.report.id, sensitive.report.id]
  const values = {
    id: [...ids, '1'],
    number: numbers,
    sha256: [pictureHash],
    file: [...numbers, ...ids].flatMap((name) => [`${name}.json`, `${name}.xml`]),
    code: [commune.code],
    featureId: ['1', '2', '3'],
    indicator: ['reports_published']
  }
  for (const route of routes.filter((url) => !/\/events$|^\/health\//.test(url)))
    for (const url of route.includes(':z/') ? tileUrls(route, places) : fill(route, values)) urls.add(url)
  for (const url of questions(commune.code, places, numbers, ids)) urls.add(url)

  secrets = {
    'the words of the unapproved report': ({ text }) => text.includes(WORDS),
    'its place': tellsPlace(here),
    'its reporter’s number': ({ text }) => text.includes(PHONES[0]),
    'the hidden place': tellsPlace(there),
    'the number of who reported it': ({ text }) => text.includes(PHONES[1]),
    'that a question for the unapproved report counts one': ({ url, text }) =>
      [WORDS, hidden.receipt.number].some((asked) => url.split('?')[1]?.includes(asked)) && countOf(text) > 0,
    'the place of the open report, in a tile': (answer) => isDrawn(answer, open)
  }
})
afterAll(() => server.stop())

/** How many of what was asked for there are, where an answer is a list; a search also finds what only resembles it. */
function countOf(text: string): number {
  if (!text.startsWith('{')) return 0
  const list = JSON.parse(text) as { total?: number; numberMatched?: number } // what lists say
  return list.total ?? list.numberMatched ?? 0
}

/** A question's own words come back in links and refusals; that tells nothing. */
function withoutQuestion(text: string, url: string) {
  const query = decodeURIComponent(url.split('?')[1] ?? '')
  const words = query.split('&').flatMap((pair) => (pair.split('=')[1] ?? '').split(','))
  const long = words.filter((word) => word.length >= 8)
  return long.reduce((left, word) => left.replaceAll(word, '').replaceAll(encodeURIComponent(word), ''), text)
}

async function ask(url: string, asker: Asker): Promise<Answer & { status: number }> {
  const response = await server.app.inject({ url, headers: headers.get(asker) ?? {} })
  const body = response.rawPayload
  const text = url.includes('/tiles/') ? '' : withoutQuestion(body.toString(), url)
  return { url, body, text, status: response.statusCode }
}

/** What somebody finds, and where. */
async function findings(asker: Asker) {
  const found: { secret: Secret; url: string }[] = []
  const faults: string[] = []
  for (const url of urls) {
    const answer = await ask(url, asker)
    if (answer.status >= 500) faults.push(`${answer.status} ${url}`)
    if (answer.status >= 300) continue
    for (const [secret, tells] of Object.entries(secrets))
      if (tells(answer)) found.push({ secret: secret as Secret, url }) // the keys of the record
    if (url.includes(pictureHash)) found.push({ secret: 'its picture', url })
  }
  return { found, faults }
}

describe.each(Object.entries(ASKERS))('%s: %s', (name) => {
  const asker = name as Asker // the keys of the table
  const mayFind = (secret: Secret) => (FINDS[secret] as readonly Asker[]).includes(asker)

  test('finds what the table says, and nothing else', async () => {
    const { found, faults } = await findings(asker)
    const secretsFound = new Set(found.map(({ secret }) => secret))
    const missing = (Object.keys(FINDS) as Secret[]).filter(mayFind).filter((one) => !secretsFound.has(one))

    expect(faults).toEqual([])
    expect(found.filter(({ secret }) => !mayFind(secret))).toEqual([])
    expect(missing).toEqual([])
  })
})
