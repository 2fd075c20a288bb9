import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { NewReport, Receipt } from '../../server/reports/contract.ts'
import { base64, connect, type Ask } from './small-client.ts'

// People with phones, as `web/reports/outbox` sends: the text, each photo by tus in parts, then once more the text, whose
// answer says what has arrived. Each comes from an address of its own and begins the next report when one is received.

/** As `web/reports/outbox/upload-file.ts`. */
const CHUNK_BYTES = 128 * 1024
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TUS = { 'tus-resumable': '1.0.0' }

/** What people send and where to. */
export interface PeopleTask {
  port: number
  people: number
  ms: number
  /** JPEG files; each that is sent is one of these with a comment of its own. */
  photos: readonly Buffer[]
  photosPerReport: number
  categories: readonly string[]
  /** Degrees; reports lie within a hundredth of one. */
  place: { lng: number; lat: number }
}

/** Milliseconds of each request, by what it was for, and what must be on the server now. */
export interface PeopleResult {
  texts: number[]
  chunks: number[]
  sent: { id: string; photos: string[] }[]
}

const code = () => Array.from(randomBytes(12), (byte) => LETTERS[byte % 32]).join('')

/** The same picture as another file: a comment (COM) right behind the beginning (SOI). */
function anew(photo: Buffer): Buffer {
  const comment = Buffer.alloc(20, 'x')
  comment.set([0xff, 0xfe, 0, 18])
  randomBytes(16).copy(comment, 4)
  return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)])
}

const pick = <T>(items: readonly T[], index: number) => items[index % items.length] as T // never empty

function write({ photos, photosPerReport, categories, place }: PeopleTask, nth: number) {
  const files = Array.from({ length: photosPerReport }, (_, index) => {
    const bytes = anew(pick(photos, nth + index))
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
  const at = { lng: place.lng + Math.random() / 100, lat: place.lat + Math.random() / 100 }
  const report: NewReport = {
    id: uuidv7(),
    code: code(),
    category: pick(categories, nth),
    place: at,
    placeFrom: 'gps',
    measured: { ...at, accuracyM: 12 },
    observedAt: new Date().toISOString(),
    description: 'Rác đổ thành đống cạnh mương, mùi hôi, sát đường vào trường học.',
    media: files.map(({ bytes, sha256 }) => ({ sha256, role: 'before', sizeBytes: bytes.length }))
  }
  return { report, files }
}

interface File {
  bytes: Buffer
  sha256: string
}

async function sendPhoto(ask: Ask, { id, code }: NewReport, { bytes, sha256 }: File, times: number[]) {
  const begun = await ask('POST', '/api/uploads', 201, {
    headers: {
      ...TUS,
      'x-report-code': code,
      'upload-length': String(bytes.length),
      'upload-metadata': `report ${base64(id)},sha256 ${base64(sha256)}`
    }
  })
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const { ms } = await ask('PATCH', begun.headers.location ?? '', 204, {
      headers: {
        ...TUS,
        'x-report-code': code,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(at)
      },
      body: bytes.subarray(at, at + CHUNK_BYTES)
    })
    times.push(ms)
  }
}

/** One report from the first word to the answer that names every photo. Throws at any other answer. */
async function sendReport(ask: Ask, task: PeopleTask, nth: number, result: PeopleResult) {
  const { report, files } = write(task, nth)
  const body = { headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(report)) }
  const { ms } = await ask('POST', '/api/reports', 201, body)
  result.texts.push(ms)
  for (const file of files) await sendPhoto(ask, report, file, result.chunks)
  const again = await ask('POST', '/api/reports', 200, body)
  const { media } = JSON.parse(again.text) as Receipt // the server serialises by the contract
  if (media.length !== files.length || !media.every(({ received }) => received))
    throw new Error(`Report ${report.id} is answered without its photos`)
  result.sent.push({ id: report.id, photos: files.map(({ sha256 }) => sha256) })
}

/** All people at once until the time is over and everybody's last report is received. Throws at the first wrong answer. */
export async function sendReports(task: PeopleTask): Promise<PeopleResult> {
  const result: PeopleResult = { texts: [], chunks: [], sent: [] }
  const until = performance.now() + task.ms
  await Promise.all(
    Array.from({ length: task.people }, async (_, person) => {
      const { ask, end } = connect(task.port, { 'x-forwarded-for': `10.7.0.${person + 1}` })
      // Nobody's first report comes at the same moment as another's.
      await sleep((person * 1000) / task.people)
      for (let nth = person; performance.now() < until; nth++) await sendReport(ask, task, nth, result)
      end()
    })
  )
  return result
}
