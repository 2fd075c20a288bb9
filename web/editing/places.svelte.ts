import type { ExportChoices, listExports } from '../../server/collections/export/contract.ts'
import type {
  changePlace,
  communeNeighbours,
  createPlace,
  endPlace,
  listPlaces,
  Neighbour,
  Place,
  placeHistory,
  PlaceLine,
  PlaceVersion,
  readPlace,
  restorePlace
} from '../../server/editing/contract.ts'
import type { listPlaceForms, PlaceForm } from '../../server/editing/form-contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

/** A route of one collection: the contract names what comes below its path. */
type Of<R> = Omit<R, 'path' | 'params'> & { path: string }

const PATH = '/api/staff/places'

/** The places of the commune by kind, as those who keep them read and change them. */
export class Places {
  readonly forms = new Resource<PlaceForm[]>()
  readonly list = new Resource<PlaceLine[]>()
  readonly place = new Resource<Place>()
  readonly history = new Resource<PlaceVersion[]>()
  readonly exports = new Resource<ExportChoices>()
  readonly neighbours = new Resource<Neighbour[]>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  loadForms() {
    return this.forms.load(async (signal) => {
      const { forms } = await this.#client.get<typeof listPlaceForms>(PATH, {}, { signal })
      return forms
    })
  }

  loadExports() {
    return this.exports.load((signal) =>
      this.#client.get<typeof listExports>('/api/staff/exports', {}, { signal })
    )
  }

  /** A collection as a file, as the asker may have it. */
  export(collection: string, query: { f: string; crs: string; asOf: string | undefined }) {
    return this.#client.download(`/api/staff/collections/${collection}/export`, query)
  }

  /** `ended`: those that are over too. */
  loadList(collection: string, ended: boolean) {
    const query = ended ? { ended: 'true' as const } : {}
    const ask = async (signal: AbortSignal) =>
      (await this.#client.get<Of<typeof listPlaces>>(`${PATH}/${collection}`, query, { signal })).places
    return this.list.load(ask, `${collection} ${ended}`)
  }

  loadPlace(collection: string, id: string) {
    const path = `${PATH}/${collection}/${id}`
    const ends = [
      this.place.load((signal) => this.#client.get<Of<typeof readPlace>>(path, {}, { signal }), path),
      this.#loadHistory(path)
    ]
    return () => ends.forEach((end) => end())
  }

  /** What lies near a place, or in the commune (undefined: one's own) of one that is new. */
  loadNeighbours(collection: string, id: number | undefined, commune: string | undefined) {
    const path = `${PATH}/${collection}/${id ?? 'new'}/neighbours`
    const query = id === undefined && commune ? { commune } : {}
    const ask = async (signal: AbortSignal) =>
      (await this.#client.get<Of<typeof communeNeighbours>>(path, query, { signal })).neighbours
    return this.neighbours.load(ask, `${path} ${commune ?? ''}`)
  }

  #loadHistory(path: string) {
    const ask = async (signal: AbortSignal) =>
      (await this.#client.get<Of<typeof placeHistory>>(`${path}/history`, {}, { signal })).versions
    return this.history.load(ask, path)
  }

  /** Takes a place as it is now: the list and the history are read again. */
  put(place: Place) {
    this.place.value = place
    this.history.retry()
    this.list.retry()
  }

  add(collection: string, body: (typeof createPlace.body)['_zod']['input']) {
    const sending = { method: 'POST', body } as const
    return this.#client.send<Of<typeof createPlace>>(`${PATH}/${collection}`, sending)
  }

  /** Throws OutdatedError where somebody was quicker; so do the next two. */
  change({ collection, id }: Place, etag: string, body: (typeof changePlace.body)['_zod']['input']) {
    const sending = { method: 'PUT', body, etag } as const
    return this.#client.send<Of<typeof changePlace>>(`${PATH}/${collection}/${id}`, sending)
  }

  end({ collection, id, etag }: Place, body: (typeof endPlace.body)['_zod']['input']) {
    const sending = { method: 'POST', body, etag } as const
    return this.#client.send<Of<typeof endPlace>>(`${PATH}/${collection}/${id}/end`, sending)
  }

  restore({ collection, id, etag }: Place, body: (typeof restorePlace.body)['_zod']['input']) {
    const sending = { method: 'POST', body, etag } as const
    return this.#client.send<Of<typeof restorePlace>>(`${PATH}/${collection}/${id}/restore`, sending)
  }
}
