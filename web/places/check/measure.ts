import type { Rate } from '../../../server/places/contract.ts'

/** Each transfer is larger than the one before, until one lasts long enough to tell the rate. */
const SIZES = [16_000, 64_000, 250_000, 1_000_000, 4_000_000]
const ENOUGH_MS = 1_200
/** A transfer is cut off after this time. */
const MOST_MS = 12_000
/** Fewer bytes than these say nothing of a line. */
const LEAST_BYTES = 8_000
/** What was carried in less time was caught on the way rather than carried. */
const LEAST_MS = 50
/** Where others are measuring, how often one asks again, and after what time. */
const ASKED_AGAIN = 4
const AGAIN_MS = 3_000

/** The server measures for others: nothing can be measured now. */
class Busy extends Error {}

interface Transfer {
  bytes: number
  ms: number
}
type Carry = (bytes: number, end: AbortSignal) => Promise<Transfer>

function requireTaken(response: Response) {
  if (response.status === 503 || response.status === 429) throw new Busy()
  if (!response.ok) throw new Error(`The line was refused: ${response.status}`)
}

/**
 * What came and how long it took. Both count from the first part on: it comes with the answer's head, so that its bytes took
 * no time that could be told. Cut off, what came until then.
 */
const carryDown =
  (url: string): Carry =>
  async (bytes, end) => {
    const asked = performance.now()
    const response = await fetch(`${url}&bytes=${bytes}`, { cache: 'no-store', signal: end })
    requireTaken(response)
    let [came, first, start] = [0, 0, asked]
    const reader = response.body?.getReader()
    try {
      for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
        came += part.value.length
        if (first > 0) continue
        first = came
        start = performance.now()
      }
    } catch (error) {
      if (!end.aborted || came - first < LEAST_BYTES) throw error
    }
    const now = performance.now()
    // All in one part: the whole wait is counted, which is the less that can be said.
    return came > first ? { bytes: came - first, ms: now - start } : { bytes: came, ms: now - asked }
  }

/** Bytes that no line can make smaller on the way. */
function noise(length: number) {
  const bytes = new Uint8Array(length)
  // As many as the browser gives at once.
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}

const carryUp =
  (url: string): Carry =>
  async (bytes, end) => {
    const body = noise(bytes)
    const start = performance.now()
    const headers = { 'content-type': 'application/octet-stream' }
    requireTaken(await fetch(url, { method: 'POST', headers, body, cache: 'no-store', signal: end }))
    return { bytes, ms: performance.now() - start }
  }

async function inTime(carry: Carry, bytes: number) {
  const end = new AbortController()
  const cut = setTimeout(() => end.abort(), MOST_MS)
  try {
    return await carry(bytes, end.signal)
  } finally {
    clearTimeout(cut)
  }
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Waits for a turn at measuring for some seconds; throws `Busy` where none came. */
async function inTurn(carry: Carry, bytes: number) {
  for (let asked = 0; ; asked++) {
    try {
      return await inTime(carry, bytes)
    } catch (error) {
      if (!(error instanceof Busy) || asked >= ASKED_AGAIN) throw error
      await wait(AGAIN_MS)
    }
  }
}

/** Mbit/s to three digits; a line is never infinitely fast. */
const rateOf = ({ bytes, ms }: Transfer) => ({
  mbps: Number(Math.min(100_000, (bytes * 8) / Math.max(ms, 1) / 1000).toPrecision(3))
})

/** Carries more and more; what the larger transfer cannot tell any more the one before has told. */
async function measure(carry: Carry): Promise<Rate> {
  let last: Transfer | undefined
  try {
    for (const size of SIZES) {
      last = await inTurn(carry, size)
      if (last.ms >= ENOUGH_MS) break
    }
  } catch (error) {
    if (!last || last.ms < LEAST_MS) return { missing: error instanceof Busy ? 'busy' : 'interrupted' }
  }
  return last ? rateOf(last) : { missing: 'interrupted' }
}

/** The rate from the server to this device, or why there is none; `url`: of the line, with its key. */
export const measureDown = (url: string): Promise<Rate> => measure(carryDown(url))

/** The rate from this device to the server. */
export const measureUp = (url: string): Promise<Rate> => measure(carryUp(url))
