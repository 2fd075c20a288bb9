import type { PictureWords } from '../../server/media/contract.ts'
import { KeptForm } from '../http/kept-form.svelte.ts'
import type { SentMedia } from '../http/sent-media.svelte.ts'
import { draftStore } from '../ui/draft-store.ts'
import { placeFocus } from '../ui/panel-focus.ts'
import type { PictureDraft } from './draft.ts'

/** What a new one has in common with the one before. */
export type Credit = Pick<PictureWords, 'author' | 'licence'>

/** What is being put up; `sent`: the share of its bytes that has gone. */
export type Sending = Pick<SentMedia<unknown>, 'adding' | 'sent' | 'isAdded'>

/** A file that is chosen and put up, with what is written of it. To be made while its component is. */
export class Adding<C, F extends PictureDraft> {
  readonly form: KeptForm<F>
  readonly media: Sending
  chosen = $state.raw<C | null>(null)
  readonly #draftOf: (credit?: Credit) => F

  /** `kept`: under which name what is written and not sent is kept. */
  constructor(media: Sending, kept: string, draftOf: (credit?: Credit) => F) {
    this.media = media
    this.form = new KeptForm(draftStore(kept), draftOf())
    this.#draftOf = draftOf
  }

  get busy() {
    return this.media.adding.busy
  }

  /** Takes what was chosen; null: it cannot be taken. The author is often that of the one before. */
  choose(chosen: C | null, last: Credit | undefined) {
    this.media.isAdded = false
    this.media.adding.problem = ''
    this.chosen = chosen
    if (this.form.isClean && this.form.draft.author === '' && last) this.#begin(last)
  }

  #begin({ author, licence }: Credit) {
    this.form.begin(this.#draftOf({ author, licence }))
  }

  /** Puts it up and makes room for the next; the focus stays in the form's place. */
  async add(add: (chosen: C, draft: F) => Promise<boolean>, section: Element | undefined) {
    if (this.chosen === null || this.busy) return
    const giveFocus = section && placeFocus(section)
    if (!(await add(this.chosen, { ...this.form.draft }))) return
    this.#begin(this.form.draft)
    this.chosen = null
    await giveFocus?.()
  }

  /** Gives up the file and what was written. */
  cancel() {
    if (this.busy) return
    this.form.begin(this.#draftOf())
    this.chosen = null
  }
}
