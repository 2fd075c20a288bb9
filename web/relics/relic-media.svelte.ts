import type { z } from 'zod'
import type { ExhibitKind } from '../../server/media/contract.ts'
import type { sendRelicExhibit } from '../../server/relics/exhibit-contract.ts'
import type { sendRelicImage } from '../../server/relics/image-contract.ts'
import type { Client } from '../http/client.ts'
import { addressOf, RequestError } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'
import { sendBytes } from '../http/send-bytes.ts'
import { OutdatedError } from '../http/send-json.ts'
import { Work } from '../http/work.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'

/** Where a file of a relic is handed in. */
type FilePath = typeof sendRelicImage.path | `/api/staff/relics/:slug/exhibit-files/${ExhibitKind}`

/** What is said when something is in the way. */
interface Sentences {
  sendBroke: string
  outdated: string
}

/** Media of one relic that are listed, sent and changed; `Listed`: what the server answers. */
export abstract class RelicMedia<Listed> {
  readonly list = new Resource<Listed>()
  /** Changes to what is shown. */
  readonly work: Work
  /** The medium that `work` is or was about. */
  about = $state<number>()
  /** What came of the last change, for those who do not see it. */
  said = $state('')
  /** A new one that is being put up. */
  readonly adding: Work
  /** Share of the file that has gone; null: nothing is being sent. */
  sent = $state<number | null>(null)
  readonly slug: string
  protected readonly client: Client
  /** A file that is on the server already, though its words were refused. */
  #handedIn: { file: File; path: string; sha256: string } | null = null

  constructor(client: Client, i18n: I18n, slug: string) {
    this.client = client
    this.slug = slug
    this.work = new Work(i18n)
    this.adding = new Work(i18n)
  }

  protected abstract get sentences(): Sentences

  /** What stands against the last change of one medium; '' is nothing. */
  problemOf(id: number) {
    return this.about === id ? this.work.problem : ''
  }

  /** Sends the bytes, unless they are there; answers their hash. */
  protected async handIn(file: File, path: FilePath) {
    const here = this.#handedIn
    if (here?.file === file && here.path === path) return here.sha256
    try {
      this.sent = 0
      const onprogress = (share: number) => (this.sent = share)
      const address = addressOf(path, { slug: this.slug }, {})
      const sending = sendBytes(address, { file, locale: this.client.locale, onprogress })
      // As the contract of these routes says.
      const { sha256 } = (await this.client.heard(sending)) as z.output<typeof sendRelicExhibit.reply>
      this.#handedIn = { file, path, sha256 }
      return sha256
    } catch (error) {
      if (!(error instanceof RequestError) || error.kind !== 'unreachable') throw error
      throw new RequestError('refused', 0, this.sentences.sendBroke)
    } finally {
      this.sent = null
    }
  }

  /** Where somebody was quicker, what is there now takes the list's place. True: done. */
  protected attempt(id: number, send: () => Promise<Listed>) {
    if (!this.work.busy) this.about = id
    return this.work.run(async () => {
      try {
        this.list.value = await send()
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error
        this.list.value = error.current as Listed // 412 of these routes is the list
        throw new RequestError('refused', 412, this.sentences.outdated)
      }
    })
  }
}
