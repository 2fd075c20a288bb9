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
import { ChangingList } from '../http/changing-list.svelte.ts'
import type { Client } from '../http/client.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { memoryMessages as messages } from './memory-messages.ts'

const ALL = '/api/staff/relics/:slug/memories'
const ONE = '/api/staff/relics/:slug/memories/:id'

type Which = Pick<RelicMemory, 'id' | 'version'>

/** What people remember of one relic, and what is done with it. */
export class RelicMemories extends ChangingList<Memories, string> {
  readonly #slug: string

  constructor(client: Client, i18n: I18n, slug: string) {
    super(client, i18n, messages)
    this.#slug = slug
  }

  /** Asks for them; answers what ends the question. */
  load() {
    const params = { slug: this.#slug }
    return this.list.load((signal) => this.client.get<typeof listRelicMemories>(ALL, {}, { params, signal }))
  }

  /** True: done. */
  add(body: MemoryWords) {
    const sending = { method: 'POST', params: { slug: this.#slug }, body } as const
    return this.attemptNew(() => this.client.send<typeof addRelicMemory>(ALL, sending))
  }

  /** True: done. */
  change({ id, version }: Which, body: MemoryWords) {
    const sending = { method: 'PUT', params: { slug: this.#slug, id }, body, version } as const
    return this.attempt(id, () => this.client.send<typeof changeRelicMemory>(ONE, sending))
  }

  /** True: done. */
  put({ id, version }: Which, state: 'shown' | 'withdrawn', reason = '') {
    const body = { state, reason }
    const sending = { method: 'PUT', params: { slug: this.#slug, id }, body, version } as const
    return this.attempt(id, () => this.client.send<typeof setMemoryState>(`${ONE}/state`, sending))
  }

  /** Deletes one for good; true: done. */
  remove({ id, version }: Which) {
    const sending = { method: 'DELETE', params: { slug: this.#slug, id }, version } as const
    return this.attempt(id, () => this.client.send<typeof deleteRelicMemory>(ONE, sending))
  }
}
