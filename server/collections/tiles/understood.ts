import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { TileRequest } from './tile-source.ts'

const MOST = 20_000
/** Longer than any address that a map asks for; what repeats itself to be long is understood anew each time. */
const LONGEST_NAME = 500

interface Asked {
  headers: Pick<IncomingHttpHeaders, 'accept'>
  url: string
}

// Most clients take anything: their requests are known by the URL as it lies there.
const nameOf = ({ headers: { accept = '*/*' }, url }: Asked) => (accept === '*/*' ? url : `${accept} ${url}`)

/** What requests for tiles meant, by their address and `Accept`; at most 20 000, each named by at most 500 characters. */
export class Understood {
  readonly #known = new LRUCache<string, TileRequest>({ max: MOST })

  /** What this very request meant; undefined: not known yet, or forgotten. */
  get(request: Asked): TileRequest | undefined {
    return this.#known.get(nameOf(request))
  }

  /** Remembers it, unless its name is long: callers must not be able to fill the memory. */
  remember(request: Asked, meaning: TileRequest): void {
    const name = nameOf(request)
    if (name.length <= LONGEST_NAME) this.#known.set(name, meaning)
  }
}
