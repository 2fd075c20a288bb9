import type {
  addEmbedSite,
  EmbedSite,
  listEmbedSites,
  removeEmbedSite
} from '../../../server/embed/contract.ts'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'

const PATH = '/api/staff/embed-sites'

/** The websites that may show the map in a frame. */
export class EmbedSiteAdmin {
  readonly sites = new Resource<EmbedSite[]>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.sites.load(
      async (signal) => (await this.#client.get<typeof listEmbedSites>(PATH, {}, { signal })).sites
    )
  }

  /** Answers the origin as the server understood it. */
  async add(address: string, note: string): Promise<string> {
    const { origin } = await this.#client.send<typeof addEmbedSite>(PATH, {
      method: 'POST',
      body: { address, note }
    })
    this.sites.retry()
    return origin
  }

  async remove({ id }: EmbedSite) {
    await this.#client.send<typeof removeEmbedSite>(`${PATH}/:id`, { method: 'DELETE', params: { id } })
    this.sites.retry()
  }
}
