import type { Pack, PackFile } from '../../../server/relics/pack-contract.ts'
import { discard, filling, isKept, openPack, seal } from './kept.ts'

/** Where a page that is kept says so. */
const KEPT_MARK = '<!--kept-->'
const SCRIPTS = /src="(\/di-tich\/[a-z0-9-]+\.js)"/g

interface Taking {
  tour: string
  pack: Pack
  /** Puts a text of ours into HTML: what stands on the kept pages, with the moment in it. */
  keptSentence: string
  savedAt: Date
  signal: AbortSignal
  onprogress: (bytes: number) => void
}

/** The device has no room for a pack. */
export class NoRoomError extends Error {}

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

async function checkRoom(bytes: number) {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  if (quota !== undefined && usage !== undefined && quota - usage < bytes) throw new NoRoomError()
}

async function read(path: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(path, { signal })
  if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`)
  return answer
}

/** A kept page says that it is one; its policy stays what it was. */
async function keepPage(cache: Cache, { path, from }: PackFile, { keptSentence, signal }: Taking) {
  const answer = await read(from, signal)
  const html = await answer.text()
  const sentence = `<p class="card block" role="note">${escape(keptSentence)}</p>`
  const headers = new Headers(answer.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  await cache.put(path, new Response(html.replace(KEPT_MARK, sentence), { headers }))
  return [...html.matchAll(SCRIPTS)].flatMap(([, script]) => script ?? [])
}

const GONE: readonly number[] = [404, 410]

/** A picture whose file is gone is left out: the page says so itself. A server that is ill has it still. */
async function keepMedium(cache: Cache, { path, from }: PackFile, signal: AbortSignal) {
  const answer = await fetch(from, { signal })
  if (GONE.includes(answer.status)) return
  if (!answer.ok) throw new TypeError(`${from}: ${answer.status}`)
  await cache.put(path, answer)
}

async function keepAll(cache: Cache, taking: Taking) {
  const { pack, signal, onprogress } = taking
  const scripts = new Set<string>()
  let done = 0
  for (const file of pack.files) {
    if (file.kind === 'page') for (const script of await keepPage(cache, file, taking)) scripts.add(script)
    else await keepMedium(cache, file, signal)
    done += file.bytes
    onprogress(done)
  }
  for (const script of scripts) await cache.put(script, await read(script, signal))
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

/**
 * Keeps a pack on the device, whole or not at all. Throws NoRoomError, the abort's own error, and TypeError where the network
 * is away or a page is gone.
 */
export async function takeAlong(taking: Taking) {
  await checkRoom(taking.pack.bytes)
  await filling(taking.tour, taking.signal, () => takeAll(taking))
}

async function takeAll(taking: Taking) {
  const { tour, pack, savedAt } = taking
  if (await isKept(tour, pack.version)) return // another page did while this one waited
  try {
    await keepAll(await openPack(tour, pack.version), taking)
    await seal(tour, { version: pack.version, bytes: pack.bytes, savedAt: savedAt.toISOString() })
  } catch (error) {
    await discard(tour, pack.version)
    throw isFull(error) ? new NoRoomError() : error
  }
}
