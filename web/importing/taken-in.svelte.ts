import type { ImportList, listImports } from '../../server/importing/contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

const PATH: typeof listImports.path = '/api/staff/file-imports'

/** The files that were taken in, latest first and as far back as was asked for, and what may be filled. */
export class TakenIn {
  readonly list = new Resource<Omit<ImportList, 'collections'>>()
  /** Stay once they are known, also where the list is not to be had. */
  collections = $state.raw<ImportList['collections']>()
  #pages = 1
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.list.load((signal) => this.#ask(signal))
  }

  /** Goes one page further back. */
  showOlder() {
    this.#pages++
    this.list.retry()
  }

  /** All pages anew: what is undone, and where one ends, may be otherwise by now. */
  async #ask(signal: AbortSignal) {
    const imports: ImportList['imports'] = []
    let next: number | null = null
    for (let page = 0; page === 0 || (page < this.#pages && next !== null); page++) {
      const query: { before?: number } = next === null ? {} : { before: next }
      const answer: ImportList = await this.#client.get<typeof listImports>(PATH, query, { signal })
      this.collections = answer.collections
      imports.push(...answer.imports)
      next = answer.next
    }
    return { imports, next }
  }
}
