import type {
  changeRelicAddress,
  readRelicAddress,
  RelicAddress as Address
} from '../../server/relics/staff-contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'
import { Work } from '../http/work.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'

const PATH = '/api/staff/relics/:slug/address'

/** Where a relic's page stands, by any of its addresses. */
export class RelicAddress {
  readonly now = new Resource<Address>()
  readonly work: Work
  /** The address that has just been left; undefined: none. */
  left = $state<string>()
  readonly #client: Client
  readonly #slug: string

  constructor(client: Client, i18n: I18n, slug: string) {
    this.#client = client
    this.#slug = slug
    this.work = new Work(i18n)
  }

  /** Asks for it; answers what ends the question. */
  load() {
    const params = { slug: this.#slug }
    return this.now.load((signal) => this.#client.get<typeof readRelicAddress>(PATH, {}, { params, signal }))
  }

  /** True: done. */
  change(slug: string) {
    const before = this.now.value?.slug
    this.left = undefined
    return this.work.run(async () => {
      const sending = { method: 'PUT', params: { slug: this.#slug }, body: { slug } } as const
      this.now.value = await this.#client.send<typeof changeRelicAddress>(PATH, sending)
      this.left = before
    })
  }
}
