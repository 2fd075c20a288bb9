const CACHE = 'dia-ban-tiles-1'
/** A commune from zoom 10 to 14 is about 100 tiles; enough for several, and no more than about 30 MB. */
const MOST_TILES = 1500
/** A tile older than this is asked for again, after the kept one was shown. */
const FRESH_MS = 24 * 3_600_000

/** Whether this is a tile of our own map. */
export const isTile = ({ pathname }: URL) =>
  /^\/ogc\/(?:collections\/[^/]+\/)?tiles\/WebMercatorQuad\/\d/.test(pathname)

/** What the page fetched ahead is what the map asks for, though their headers differ. */
const ANY_VARIANT = { ignoreVary: true }

const ageOf = (answer: Response, now: number) => now - Date.parse(answer.headers.get('date') ?? '')

/** The oldest go first: a cache lists its entries in the order in which they were put. */
async function forgetOldest(cache: Cache) {
  const keys = await cache.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_TILES))) await cache.delete(key)
}

/** Whether this says where communes and villages lie, of which names on the map and the village of a place are made. */
export const isAreas = ({ pathname }: URL) =>
  pathname === '/api/communes' || /^\/ogc\/collections\/(villages|communes)\/items$/.test(pathname)

/** From the network, and from the phone where there is none. */
export async function answerAreas(request: Request) {
  const cache = await caches.open(CACHE)
  return fetchAndKeep(cache, request).catch(async (error: unknown) => {
    const kept = await cache.match(request, ANY_VARIANT)
    if (kept) return kept
    throw error
  })
}

/** Asks the network and keeps what it gives. A phone whose storage is full keeps no tile, and draws it all the same. */
async function fetchAndKeep(cache: Cache, request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.ok) {
    await cache
      .delete(request, ANY_VARIANT)
      .then(() => cache.put(request, answer.clone()))
      .then(() => forgetOldest(cache))
      .catch((error: unknown) => {
        if (!(error instanceof DOMException)) throw error
      })
  }
  return answer
}

/** Without a network the kept tile stays as it is. */
function ignoreOffline(error: unknown) {
  if (!(error instanceof TypeError)) throw error
}

/** A tile from the phone, renewed behind it when it is a day old; else from the network. `alongside` outlives the answer. */
export async function answerTile(request: Request, alongside: (work: Promise<unknown>) => void) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request, ANY_VARIANT)
  if (!kept) return fetchAndKeep(cache, request)
  if (!(ageOf(kept, Date.now()) < FRESH_MS)) alongside(fetchAndKeep(cache, request).catch(ignoreOffline))
  return kept
}
