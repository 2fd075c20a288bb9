import type {
  addRelicMemory,
  changeRelicMemory,
  deleteRelicMemory,
  listRelicMemories,
  MemoryWords,
  RelicMemories as Memories,
  RelicMemory,
  setMemoryState
} from '../../server/relics/memory-contract.ts'
import type { Client } from '../http/client.ts'
import { RequestError } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'
import { OutdatedError } from '../http/send-json.ts'
import { Work } from '../http/work.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { memoryMessages as messages } from './memory-messages.ts'

const ALL = '/api/staff/relics/:slug/memories'
const ONE = '/api/staff/relics/:slug/memories/:id'

type Which = Pick<RelicMemory, 'id' | 'version'>

/** What people remember of one relic, and what is done with it. */
export class RelicMemories {
  readonly list = new Resource<Memories>()
  /** Changes to those that are there. */
  readonly work: Work
  /** A new one that is taken in. */
  readonly adding: Work
  /** The memory that `work` is or was about. */
  about = $state<string>()
  readonly #client: Client
  readonly #i18n: I18n
  readonly #slug: string

  constructor(client: Client, i18n: I18n, slug: string) {
    this.#client = client
    this.#i18n = i18n
    this.#slug = slug
    this.work = new Work(i18n)
    this.adding = new Work(i18n)
  }

  /** Asks for them; answers what ends the question. */
  load() {
    const params = { slug: this.#slug }
    return this.list.load((signal) => this.#client.get<typeof listRelicMemories>(ALL, {}, { params, signal }))
  }

  /** True: done. */
  add(body: MemoryWords) {
    return this.adding.run(async () => {
      const sending = { method: 'POST', params: { slug: this.#slug }, body } as const
      this.list.value = await this.#client.send<typeof addRelicMemory>(ALL, sending)
    })
  }

  /** True: done. */
  change({ id, version }: Which, body: MemoryWords) {
    const sending = { method: 'PUT', params: { slug: this.#slug, id }, body, version } as const
    return this.#attempt(id, () => this.#client.send<typeof changeRelicMemory>(ONE, sending))
  }

  /** True: done. */
  put({ id, version }: Which, state: 'shown' | 'withdrawn', reason = '') {
    const body = { state, reason }
    const sending = { method: 'PUT', params: { slug: this.#slug, id }, body, version } as const
    return this.#attempt(id, () => this.#client.send<typeof setMemoryState>(`${ONE}/state`, sending))
  }

  /** Deletes one for good; true: done. */
  remove({ id, version }: Which) {
    const sending = { method: 'DELETE', params: { slug: this.#slug, id }, version } as const
    return this.#attempt(id, () => this.#client.send<typeof deleteRelicMemory>(ONE, sending))
  }

  /** Where somebody was quicker, what is there now takes the list's place. */
  #attempt(id: string, send: () => Promise<Memories>) {
    this.about = id
    return this.work.run(async () => {
      try {
        this.list.value = await send()
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error
        this.list.value = error.current as Memories // 412 of these routes is the list
        throw new RequestError('refused', 412, this.#i18n.t(messages.outdated))
      }
    })
  }
}
