import type { endApiKey, listApiKeys, makeApiKey } from '../../../server/reports/open311/key-contract.ts'
import type { z } from 'zod'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'

export type ApiKey = z.infer<typeof listApiKeys.reply>['keys'][number]

const PATH = '/api/staff/api-keys'

/** The keys by which other systems hand in reports. */
export class KeyAdmin {
  readonly keys = new Resource<ApiKey[]>()
  /** A key that was just made, with whose it is: shown once. */
  made = $state.raw<{ system: string; key: string }>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.keys.load(
      async (signal) => (await this.#client.get<typeof listApiKeys>(PATH, {}, { signal })).keys
    )
  }

  /** commune null: of every one. */
  async make(system: string, commune: string | null) {
    const body = { system, ...(commune === null ? {} : { commune }) }
    this.made = await this.#client.send<typeof makeApiKey>(PATH, { method: 'POST', body })
    this.keys.retry()
  }

  async end({ id, system }: ApiKey) {
    await this.#client.send<typeof endApiKey>(`${PATH}/:id`, { method: 'DELETE', params: { id } })
    if (this.made?.system === system) this.made = undefined
    this.keys.retry()
  }
}
