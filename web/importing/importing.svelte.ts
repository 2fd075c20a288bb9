import type { ExportChoices, listExports } from '../../server/collections/export/contract.ts'
import type {
  beginImport,
  dropImport,
  ImportChoice,
  ImportLook,
  ImportState,
  LatestImport,
  listExisting,
  listImports,
  lookAtImport,
  readImport,
  sendImportFile,
  undoFileImport
} from '../../server/importing/contract.ts'
import type { Client } from '../http/client.ts'
import { addressOf } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'
import { sendBytes } from '../http/send-bytes.ts'

const PATH: typeof listImports.path = '/api/staff/file-imports'
const EXISTING: typeof listExisting.path = '/api/staff/imports/existing'
const POLL_MS = 500

type Existing = (typeof listExisting.reply)['_zod']['output']
/** A route of one file: the contract names what comes below its path. */
type Of<R> = Omit<R, 'path' | 'params'> & { path: string }
type Choice = Partial<ImportChoice>

const waitFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One file on its way in, from choosing to undoing. */
export class Importing {
  readonly list = new Resource<{
    collections: readonly { id: string; title: { vi: string; en: string } }[]
    imports: LatestImport[]
  }>()
  readonly there = new Resource<Existing>()
  readonly systems = new Resource<ExportChoices['systems']>()
  collection = $state('')
  /** The file that was handed in; null: none. */
  file = $state.raw<{ id: string; name: string } | null>(null)
  /** Share of its bytes that have gone; null: nothing is being sent. */
  sent = $state<number | null>(null)
  look = $state.raw<ImportLook | null>(null)
  state = $state.raw<ImportState | null>(null)
  map = $state<Record<string, string>>({})
  crs = $state('')
  allowPartial = $state(false)
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  loadList() {
    return this.list.load((signal) => this.#client.get<typeof listImports>(PATH, {}, { signal }))
  }

  /** The systems that a file may be in. */
  loadSystems() {
    return this.systems.load(
      async (signal) =>
        (await this.#client.get<typeof listExports>('/api/staff/exports', {}, { signal })).systems
    )
  }

  /** What is there already of the collection. */
  loadThere(collection: string) {
    const ask = (signal: AbortSignal) =>
      this.#client.get<typeof listExisting>(EXISTING, { collection }, { signal })
    return this.there.load(ask, collection)
  }

  get #choice(): Choice & { collection: string } {
    const { collection, map, crs, allowPartial } = this
    return { collection, map: { ...map }, allowPartial, ...(crs === '' ? {} : { crs }) }
  }

  /** Hands a file in and looks at it. Throws RequestError. */
  async send(file: File) {
    this.forget()
    this.sent = 0
    try {
      const address = addressOf(PATH, {}, { name: file.name })
      const onprogress = (share: number) => (this.sent = share)
      const answer = await sendBytes(address, { file, locale: this.#client.locale, onprogress })
      const { id } = answer as { id: string } satisfies (typeof sendImportFile.reply)['_zod']['output'] // by its contract
      this.file = { id, name: file.name }
    } finally {
      this.sent = null
    }
    await this.lookAgain()
  }

  /** Reads the file as is chosen now. Throws RequestError. */
  async lookAgain() {
    if (!this.file) return
    const path = `${PATH}/${this.file.id}/look`
    this.look = await this.#client.send<Of<typeof lookAtImport>>(path, { method: 'POST', body: this.#choice })
  }

  /** Takes the file in; resolves once it is in, or was refused. Throws RequestError. */
  async begin() {
    const { file } = this
    if (!file) return
    const path = `${PATH}/${file.id}`
    this.state = await this.#client.send<Of<typeof beginImport>>(`${path}/begin`, {
      method: 'POST',
      body: this.#choice
    })
    while (this.state.state === 'running') {
      await waitFor(POLL_MS)
      this.state = await this.#client.get<Of<typeof readImport>>(path, {})
    }
    this.list.retry()
    this.there.retry()
  }

  /** Throws the file away. */
  async drop() {
    const { file } = this
    this.forget()
    if (file) await this.#client.send<Of<typeof dropImport>>(`${PATH}/${file.id}`, { method: 'DELETE' })
  }

  forget() {
    this.file = null
    this.look = null
    this.state = null
    this.map = {}
    this.crs = ''
    this.allowPartial = false
  }

  /** Takes an import back. Throws RequestError. */
  async undo(number: number) {
    await this.#client.send<Of<typeof undoFileImport>>(`/api/staff/imports/${number}/undo`, {
      method: 'POST'
    })
    this.list.retry()
    this.there.retry()
  }
}
