import type { ExportChoices, listExports } from '../../server/collections/export/contract.ts'
import type {
  beginImport,
  dropImport,
  ImportChoice,
  ImportLook,
  ImportState,
  listExisting,
  lookAtImport,
  readImport,
  sendImportFile,
  undoFileImport
} from '../../server/importing/contract.ts'
import type { Client } from '../http/client.ts'
import { addressOf, RequestError } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'
import { sendBytes } from '../http/send-bytes.ts'
import { ColumnChoice } from './column-choice.svelte.ts'
import { TakenIn } from './taken-in.svelte.ts'

const PATH: typeof sendImportFile.path = '/api/staff/file-imports'
const EXISTING: typeof listExisting.path = '/api/staff/imports/existing'
const POLL_MS = 500
/** Questions that may fail one after the other, each twice as late as the one before: a minute. */
const MOST_FAILED = 6

type Existing = (typeof listExisting.reply)['_zod']['output']
/** A route of one file: the contract names what comes below its path. */
type Of<R> = Omit<R, 'path' | 'params'> & { path: string }
type Choice = Partial<ImportChoice>
/** Of a file's texts. */
export type Encoding = NonNullable<ImportChoice['encoding']>

const waitFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One file on its way in, from choosing to undoing. */
export class Importing {
  readonly takenIn: TakenIn
  readonly there = new Resource<Existing>()
  readonly systems = new Resource<ExportChoices['systems']>()
  collection = $state('')
  /** The file that was handed in; null: none. */
  file = $state.raw<{ id: string; name: string } | null>(null)
  /** Share of its bytes that have gone; null: nothing is being sent. */
  sent = $state<number | null>(null)
  look = $state.raw<ImportLook | null>(null)
  state = $state.raw<ImportState | null>(null)
  /** What was chosen when the file was looked at. */
  #looked = $state.raw<(Choice & { collection: string }) | null>(null)
  readonly columns = new ColumnChoice()
  crs = $state('')
  /** Of the file's layers, and those there are; '' and none: there is nothing to choose. */
  layer = $state('')
  layers = $state.raw<readonly string[]>([])
  /** Of the texts; '': as recognised. */
  encoding = $state<Encoding | ''>('')
  allowPartial = $state(false)
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
    this.takenIn = new TakenIn(client)
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

  /** Whether what was looked at is what is chosen now; whether rows may be left out changes nothing of it. */
  get isFresh() {
    return (
      JSON.stringify({ ...this.#looked, allowPartial: this.allowPartial }) === JSON.stringify(this.#choice)
    )
  }

  get #choice(): Choice & { collection: string } {
    const { collection, columns, crs, layer, encoding, allowPartial } = this
    return {
      collection,
      ...columns.asked,
      ...(crs === '' ? {} : { crs }),
      ...(layer === '' ? {} : { layer }),
      ...(encoding === '' ? {} : { encoding }),
      allowPartial
    }
  }

  /** Hands a file in and looks at it. Throws RequestError. */
  async send(file: File) {
    this.forget()
    this.sent = 0
    try {
      const address = addressOf(PATH, {}, { name: file.name })
      const onprogress = (share: number) => (this.sent = share)
      const sending = sendBytes(address, { file, locale: this.#client.locale, onprogress })
      const answer = await this.#client.heard(sending)
      const { id } = answer as { id: string } satisfies (typeof sendImportFile.reply)['_zod']['output'] // by its contract
      this.file = { id, name: file.name }
    } finally {
      this.sent = null
    }
    await this.lookAgain()
  }

  /** Another layer has other columns: what was matched before says nothing of it. */
  setLayer(layer: string) {
    this.layer = layer
    this.columns.clear()
  }

  /** Reads the file as is chosen now, and once more where something else was chosen meanwhile. Throws RequestError. */
  async lookAgain() {
    if (!this.file) return
    const path = `${PATH}/${this.file.id}/look`
    do {
      const body = this.#choice
      this.look = await this.#client.send<Of<typeof lookAtImport>>(path, { method: 'POST', body })
      this.#looked = body
      if (this.look.layers.length > 0) this.layers = this.look.layers
    } while (!this.isFresh)
  }

  /** Takes the file in as it was looked at; resolves once it is in, or was refused. Throws RequestError. */
  async begin() {
    const { file } = this
    if (!file || !this.#looked) return
    const path = `${PATH}/${file.id}`
    const body = { ...this.#looked, allowPartial: this.allowPartial }
    try {
      this.state = await this.#client.send<Of<typeof beginImport>>(`${path}/begin`, { method: 'POST', body })
      while (this.state.state === 'running') this.state = await this.#follow(path)
    } catch (error) {
      // How far it came is not known: the list of the latest ones tells whether it is in.
      this.state = null
      throw error
    } finally {
      this.takenIn.list.retry()
      this.there.retry()
    }
  }

  /** The next state; a line that breaks off for a while is not the import's end. Throws RequestError. */
  async #follow(path: string): Promise<ImportState> {
    for (let failed = 0; ; failed++) {
      await waitFor(POLL_MS * 2 ** failed)
      try {
        return await this.#client.get<Of<typeof readImport>>(path, {})
      } catch (error) {
        const mayPass = error instanceof RequestError && (error.kind !== 'refused' || error.status >= 500)
        if (!mayPass || failed === MOST_FAILED) throw error
      }
    }
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
    this.#looked = null
    this.state = null
    this.columns.clear()
    this.crs = ''
    this.layer = ''
    this.layers = []
    this.encoding = ''
    this.allowPartial = false
  }

  /** Takes an import back. Throws RequestError. */
  async undo(number: number) {
    await this.#client.send<Of<typeof undoFileImport>>(`/api/staff/imports/${number}/undo`, {
      method: 'POST'
    })
    this.takenIn.list.retry()
    this.there.retry()
  }
}
