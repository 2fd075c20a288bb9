import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewReport, Receipt } from '../../../server/reports/contract.ts'
import { NewReport as NewReportSchema } from '../../../server/reports/contract.ts'
import type { Held } from './held.ts'
import { type FileRecord, newRecord, type ReportRecord } from './records.ts'
import { makeReportCode } from './report-code.ts'
import { Sender, type Server } from './sender.ts'
import { SendFailure } from './send-failure.ts'
import { ReportStore } from './store.ts'

/** A server that keeps what it is sent; `breaks` says what goes wrong at the n-th request, counted from 1. */
class FakeServer implements Server {
  readonly reports = new Map<string, NewReport>()
  readonly files = new Map<string, Set<string>>()
  readonly asked: string[] = []
  breaks: (asked: number) => 'before' | 'after' | SendFailure | undefined = () => undefined

  send: Server['send'] = (report) =>
    this.#answer(`text ${report.id}`, () => {
      this.reports.set(report.id, NewReportSchema.parse(report))
      return this.#receipt(report)
    })

  upload: Server['upload'] = async ({ reportId, sha256, bytes, onUrl }) => {
    onUrl(`/api/uploads/${sha256}`)
    const content = new Uint8Array(await bytes.arrayBuffer())
    await this.#answer(`file ${sha256}`, () => {
      const real = createHash('sha256').update(content).digest('hex')
      if (real !== sha256) throw new SendFailure('refused', 422, 'hash')
      this.files.set(reportId, (this.files.get(reportId) ?? new Set()).add(sha256))
    })
  }

  async #answer<T>(what: string, take: () => T): Promise<T> {
    this.asked.push(what)
    const broken = this.breaks(this.asked.length)
    if (broken instanceof SendFailure) throw broken
    if (broken === 'before') throw new SendFailure('away')
    const answer = take()
    if (broken === 'after') throw new SendFailure('away')
    return answer
  }

  #receipt({ id, media }: NewReport): Receipt {
    return {
      id,
      number: 'PA-2026-000001',
      receivedAt: '2026-11-22T02:00:00Z',
      commune: null,
      village: null,
      receiveDueAt: null,
      media: media.map(({ sha256 }) => ({ sha256, received: this.files.get(id)?.has(sha256) ?? false }))
    }
  }
}

let store: ReportStore
let server: FakeServer
let sender: Sender
let held: Held | null = null
const never = new AbortController().signal
const faults: unknown[] = []
let database = 0

beforeEach(async () => {
  faults.length = 0
  store = await ReportStore.open(`test-${(database += 1)}`)
  server = new FakeServer()
  sender = new Sender({
    store,
    server,
    onSending: () => undefined,
    onHeld: (now) => (held = now),
    onChange: () => undefined,
    onFault: (error) => faults.push(error),
    random: () => 0
  })
})
afterEach(() => {
  store.close()
  expect(faults).toEqual([])
})

const fileOf = (bytes: Uint8Array): FileRecord => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  role: 'before',
  mime: 'image/jpeg',
  sizeBytes: bytes.length,
  thumbnail: null,
  takenAt: null,
  place: null,
  uploadUrl: null,
  uploaded: false,
  received: false,
  refusals: 0,
  refusal: null
})

async function addReport(...photos: string[]): Promise<ReportRecord> {
  const record: ReportRecord = {
    ...newRecord(uuidv7(), makeReportCode(), new Date()),
    category: 'illegal_dump',
    place: { lng: 105.9, lat: 18.34 },
    placeFrom: 'gps',
    state: 'waiting',
    waitingSince: new Date().toISOString()
  }
  await store.put(record)
  for (const text of photos) {
    const bytes = new TextEncoder().encode(text)
    const file = fileOf(bytes)
    await store.change(record.id, (r) => ({ ...r, files: [...r.files, file] }), {
      sha256: file.sha256,
      mime: file.mime,
      bytes: bytes.slice().buffer
    })
  }
  return record
}

const states = async () => (await store.reports()).map(({ state }) => state)

/** As a phone does that tries again and again. */
async function passUntilDone(most = 200) {
  for (let passes = 1; passes <= most; passes += 1) if ((await sender.pass(never)) === null) return passes
  throw new Error('never done')
}

test('the text of every report goes before the first photo of any', async () => {
  const [a, b] = [await addReport('one', 'two'), await addReport('three')]
  await passUntilDone()
  expect(server.asked.slice(0, 2)).toEqual([`text ${a.id}`, `text ${b.id}`])
  expect(server.asked[2]).toMatch(/^file /)
  expect(await states()).toEqual(['received', 'received'])
})

test('whatever request breaks off, before or after the server has taken it, everything arrives once', async () => {
  const [a, b] = [await addReport('one', 'two'), await addReport('two')]
  server.breaks = (asked) => (asked % 3 === 1 ? 'before' : asked % 3 === 2 ? 'after' : undefined)
  await passUntilDone()
  expect([...server.reports.keys()].sort()).toEqual([a.id, b.id].sort())
  expect([server.files.get(a.id)?.size, server.files.get(b.id)?.size]).toEqual([2, 1])
  expect(await states()).toEqual(['received', 'received'])
})

test('nothing is received before the server says so of every photo', async () => {
  const { id } = await addReport('one')
  const upload = server.upload
  server.upload = async () => undefined
  expect(await sender.pass(never)).toMatchObject({ hindrance: 'fault' })
  expect(await store.report(id)).toMatchObject({
    state: 'waiting',
    files: [{ received: false, uploadUrl: null }]
  })

  server.upload = upload
  await passUntilDone()
  expect(await states()).toEqual(['received'])
})

test('the bytes of a photo go when no report needs them any more', async () => {
  const a = await addReport('shared')
  const [file] = (await store.report(a.id))?.files ?? []
  await store.put({ ...newRecord(uuidv7(), makeReportCode(), new Date()), files: file ? [file] : [] })
  await passUntilDone()
  const sha256 = file?.sha256 ?? ''
  expect(await store.file(sha256)).not.toBeNull()

  const draft = (await store.reports()).find(({ state }) => state === 'draft')
  await store.discard(draft?.id ?? '')
  expect(await store.file(sha256)).toBeNull()
})

test('a busy server ends the pass and names its time', async () => {
  await addReport()
  await addReport()
  server.breaks = () => new SendFailure('busy', 429, '', 30_000)
  expect(await sender.pass(never)).toEqual({ hindrance: 'busy', askedMs: 30_000 })
  expect(server.asked).toHaveLength(1)
})

test('one that the server fails at does not hold up the others', async () => {
  await addReport()
  await addReport()
  server.breaks = (asked) => (asked === 1 ? new SendFailure('fault', 500) : undefined)
  expect(await sender.pass(never)).toMatchObject({ hindrance: 'fault' })
  expect((await states()).sort()).toEqual(['received', 'waiting'])
})

test('one that is refused keeps its photos, says why and is not sent again by itself', async () => {
  const { id } = await addReport('one')
  server.breaks = () => new SendFailure('refused', 422, 'Ngoài địa bàn.')
  await passUntilDone()
  const record = await store.report(id)
  expect(record).toMatchObject({ state: 'refused', refusal: 'Ngoài địa bàn.' })
  expect(await store.file(record?.files[0]?.sha256 ?? '')).not.toBeNull()
  const before = server.asked.length
  await passUntilDone()
  expect(server.asked).toHaveLength(before)
})

test('a photo that is refused stays on the phone with the reason; its report is received', async () => {
  const { id } = await addReport('one')
  server.breaks = (asked) => (asked === 2 ? new SendFailure('refused', 415, 'Không phải ảnh.') : undefined)
  await passUntilDone()
  const record = await store.report(id)
  expect(record).toMatchObject({
    state: 'received',
    files: [{ received: false, refusal: 'Không phải ảnh.' }]
  })
  expect(await store.file(record?.files[0]?.sha256 ?? '')).not.toBeNull()
})

test('bytes that suffered on their way are sent again; what is refused three times is not', async () => {
  const { id } = await addReport('one')
  server.breaks = (asked) => (asked === 2 ? new SendFailure('refused', 422, 'Khác SHA-256.') : undefined)
  await passUntilDone()
  expect(await store.report(id)).toMatchObject({ state: 'received', files: [{ received: true }] })

  const other = await addReport('two')
  const file = (what: string | undefined) => what?.startsWith('file')
  server.breaks = () =>
    file(server.asked.at(-1)) ? new SendFailure('refused', 422, 'Khác SHA-256.') : undefined
  await passUntilDone()
  expect(server.asked.filter(file)).toHaveLength(2 + 3)
  expect(await store.report(other.id)).toMatchObject({
    state: 'received',
    files: [{ received: false, refusals: 3 }]
  })
})

test('form and sender do not undo one another', async () => {
  const { id } = await addReport('one')
  const typing = store.change(id, (r) => ({ ...r, description: 'Bên cầu' }))
  await Promise.all([passUntilDone(), typing])
  expect(await store.report(id)).toMatchObject({ description: 'Bên cầu', state: 'received' })
})

test('the loop sends what is added, at once when it is told', async () => {
  const end = new AbortController()
  const running = sender.run(end.signal)
  await addReport('one')
  sender.kick()
  await expect.poll(states).toEqual(['received'])
  end.abort()
  await running
})

test('between two attempts it says why it waits and until when, and not once the server has taken something', async () => {
  const end = new AbortController()
  const before = Date.now()
  await addReport('one')
  server.breaks = (asked) => (asked === 1 ? new SendFailure('busy', 503, '', 60_000) : undefined)
  const running = sender.run(end.signal)
  await expect.poll(() => held?.hindrance).toBe('busy')
  expect(held?.againAt).toBeGreaterThanOrEqual(before + 60_000)
  end.abort()
  await running

  await sender.pass(never)
  expect(held).toBeNull()
})

test('name and number leave the phone with the receipt, and no earlier', async () => {
  const { id, code } = await addReport('one')
  const contact = { name: 'Đặng Thị Hoa', phone: '0383 000 111' }
  await store.change(id, (record) => ({ ...record, contact }))
  server.breaks = (asked) => (asked === 1 ? 'before' : asked > 2 ? new SendFailure('busy', 503) : undefined)
  await sender.pass(never)
  expect((await store.report(id))?.contact).toEqual(contact)

  await sender.pass(never)
  expect(server.reports.get(id)?.contact).toEqual(contact)
  const nobody = { name: '', phone: '' }
  expect(await store.report(id)).toMatchObject({ code, state: 'waiting', contact: nobody })
  expect((await store.report(id))?.receipt?.number).toBe('PA-2026-000001')
})
