/** One cache per pack: this, the tour's address, its version. */
const PREFIX = 'di-tich-tuyen:'
/** Within a pack's cache, what says that it is whole. */
const META = '/di-tich/tuyen/ban-luu'

/** What is known of a pack that is kept. */
export interface Kept {
  version: string
  bytes: number
  /** RFC 3339. */
  savedAt: string
}

const nameOf = (tour: string, version: string) => `${PREFIX}${tour}:${version}`

/** Names of the caches of packs; of one tour where it is given. */
async function packNames(tour?: string): Promise<string[]> {
  const start = tour === undefined ? PREFIX : `${PREFIX}${tour}:`
  return (await caches.keys()).filter((name) => name.startsWith(start))
}

const lockOf = (tour: string) => `${PREFIX}${tour}`

/** Fills a pack while no other page of the device fills or clears one of the tour. Throws the abort's own error. */
export const filling = (tour: string, signal: AbortSignal, work: () => Promise<void>) =>
  navigator.locks.request(lockOf(tour), { signal }, work)

/** Where the files of a version are put before `seal` makes it whole. */
export const openPack = (tour: string, version: string) => caches.open(nameOf(tour, version))

/** Says that a pack is whole; earlier versions of the tour go. Throws an AbortError where it was taken away meanwhile. */
export async function seal(tour: string, kept: Kept) {
  const name = nameOf(tour, kept.version)
  if (!(await caches.has(name))) throw new DOMException('Another page took it away', 'AbortError')
  await (await caches.open(name)).put(META, Response.json(kept))
  for (const other of await packNames(tour)) if (other !== name) await caches.delete(other)
}

/** Takes one version away, whole or not. */
export const discard = (tour: string, version: string) => caches.delete(nameOf(tour, version))

/** Takes a tour's copy away. True: other packs are still kept. */
export async function forget(tour: string): Promise<boolean> {
  for (const name of await packNames(tour)) await caches.delete(name)
  return (await packNames()).length > 0
}

async function metaOf(name: string): Promise<Kept | undefined> {
  const meta = await (await caches.open(name)).match(META)
  return meta && ((await meta.json()) as Kept) // nothing else is ever put there
}

/** The whole pack of a tour; what an interrupted one left behind goes, unless another page is filling it. */
export async function keptOf(tour: string): Promise<Kept | undefined> {
  for (const name of await packNames(tour)) {
    const meta = await metaOf(name)
    if (meta) return meta
    await navigator.locks.request(lockOf(tour), { ifAvailable: true }, async (lock) => {
      if (lock && !(await metaOf(name))) await caches.delete(name)
    })
  }
  return undefined
}

/** Whether that version is kept, whole. */
export async function isKept(tour: string, version: string): Promise<boolean> {
  const name = nameOf(tour, version)
  return (await caches.has(name)) && (await metaOf(name)) !== undefined
}

/** A file of any whole pack, by its path. */
export async function findKept(path: string): Promise<Response | undefined> {
  for (const name of await packNames()) {
    if (!(await metaOf(name))) continue
    const found = await (await caches.open(name)).match(path, { ignoreSearch: true, ignoreVary: true })
    if (found) return found
  }
  return undefined
}
