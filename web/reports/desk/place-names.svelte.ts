import { untrack } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Commune, listCommunes } from '../../../server/areas/contract.ts'
import type { Client } from '../../http/client.ts'
import { inTime } from '../../http/in-time.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { isInForce, type Validity } from '../../http/validity.ts'
import { today } from '../../i18n/formats.ts'
import { placeName } from '../../i18n/place-name.ts'

interface Villages {
  features: { properties: Village }[]
}

type Village = Validity & { code: string; name: string; kind: string }

/** Names of communes and villages by their codes; a code stands where its name is not here yet. */
export class PlaceNames {
  readonly communes = new Resource<Commune[]>()
  readonly #villages = new SvelteMap<string, string>()
  readonly #asked = new SvelteSet<string>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.communes.load(async (signal) => {
      const path = '/api/communes'
      return (await this.#client.get<typeof listCommunes>(path, {}, { signal })).communes
    })
  }

  commune(code: string): string {
    const found = this.communes.value?.find((commune) => commune.code === code)
    return found ? placeName(found) : code
  }

  /** null: outside every village. */
  village(code: string | null): string | null {
    return code === null ? null : (this.#villages.get(code) ?? code)
  }

  /** Reads the names of a commune's villages, once; without a network the codes go on standing for them. */
  async ask(commune: string) {
    // Effects call this: what was asked already is not what their screen shows, and must not run them again.
    if (untrack(() => this.#asked.has(commune))) return
    this.#asked.add(commune)
    try {
      const answer = await inTime(new AbortController().signal, async (signal) => {
        const headers = { accept: 'application/geo+json' }
        const response = await fetch(`/ogc/collections/villages/items?commune_code=${commune}&limit=1000`, {
          signal,
          headers
        })
        return response.ok ? ((await response.json()) as Villages) : null // as the collection declares it
      })
      if (!answer) this.#asked.delete(commune)
      for (const { properties } of answer?.features ?? []) this.#call(properties)
    } catch (error) {
      // What a connection that broke throws; another list asks again.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
      this.#asked.delete(commune)
    }
  }

  /** A village that ended keeps its name, unless another goes by its code today. */
  #call(village: Village) {
    if (this.#villages.has(village.code) && !isInForce(village, today())) return
    this.#villages.set(village.code, placeName(village))
  }
}
