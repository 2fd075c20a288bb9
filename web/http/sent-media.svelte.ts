import type { I18n, Message } from '../i18n/i18n.svelte.ts'
import { ChangingList } from './changing-list.svelte.ts'
import type { Client } from './client.ts'
import { RequestError } from './get-json.ts'
import { sendBytes } from './send-bytes.ts'

/** What is said when something is in the way. */
type Sentences = Readonly<Record<'sendBroke' | 'outdated', Message>>

/** The ids of `all` once `one` stands at another place, counted from 0. */
export const idsWith = <M extends { id: number }>(all: readonly M[], one: M, place: number) =>
  all
    .filter(({ id }) => id !== one.id)
    .toSpliced(place, 0, one)
    .map(({ id }) => id)

/** Files of one thing that are listed, sent and changed; `Listed`: what the server answers. */
export abstract class SentMedia<Listed> extends ChangingList<Listed> {
  /** Share of the file that has gone; null: nothing is being sent. */
  sent = $state<number | null>(null)
  readonly #sentences: Sentences
  /** A file that is on the server already, though its words were refused. */
  #handedIn: { file: File; address: string; sha256: string } | null = null

  constructor(client: Client, i18n: I18n, sentences: Sentences) {
    super(client, i18n, sentences)
    this.#sentences = sentences
  }

  /** Sends the bytes, unless they are there; answers their hash. */
  protected async sendOnce(file: File, address: string) {
    const here = this.#handedIn
    if (here?.file === file && here.address === address) return here.sha256
    try {
      this.sent = 0
      const onprogress = (share: number) => (this.sent = share)
      const sending = sendBytes(address, { file, locale: this.client.locale, onprogress })
      // The routes of bytes answer at least this; the server serialises by its schema.
      const { sha256 } = (await this.client.heard(sending)) as { sha256: string }
      this.#handedIn = { file, address, sha256 }
      return sha256
    } catch (error) {
      if (!(error instanceof RequestError) || error.kind !== 'unreachable') throw error
      throw new RequestError('refused', 0, this.i18n.t(this.#sentences.sendBroke))
    } finally {
      this.sent = null
    }
  }
}
