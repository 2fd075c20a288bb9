import { tick } from 'svelte'
import { KeptForm } from '../http/kept-form.svelte.ts'
import type { Fields } from '../http/meeting.ts'
import { draftStore } from '../ui/draft-store.ts'
import { placeFocus } from '../ui/panel-focus.ts'
import type { RelicMedia } from './relic-media.svelte.ts'

/** What is said of a medium, as it is now. */
interface Now<F> {
  id: number
  version: number
  draft: F
}

/** One medium in its list: its form, and where it stands. To be made while its component is. */
export class MediumCard<F extends Fields> {
  readonly form: KeptForm<F>
  isEditing = $state(false)
  readonly #relic: RelicMedia<unknown>
  readonly #now: () => Now<F>

  /** `kind`: images and exhibits are counted apart. */
  constructor(kind: 'image' | 'exhibit', relic: RelicMedia<unknown>, now: () => Now<F>) {
    const { id, draft, version } = now()
    this.#relic = relic
    this.#now = now
    this.form = new KeptForm(draftStore(`relic/${relic.slug}/${kind}/${id}`), draft, version)
    this.isEditing = this.form.isTakenUp
  }

  /** Opens the form; what stands in one that is open stays. */
  edit() {
    if (this.isEditing) return
    this.#relic.work.problem = ''
    this.#begin()
    this.isEditing = true
  }

  /** Closes the form; what was written is forgotten. */
  close() {
    this.#begin()
    this.isEditing = false
  }

  #begin() {
    const { draft, version } = this.#now()
    this.form.begin(draft, version)
  }

  /** Saves, unless somebody else said something else meanwhile: then a person looks first. */
  async save(change: (draft: F) => Promise<boolean>) {
    if (this.#isMet()) return
    const isDone = await change({ ...this.form.draft })
    await tick() // the component knows what was answered
    if (isDone) this.close()
    else this.#isMet()
  }

  #isMet() {
    const { draft, version } = this.#now()
    if (this.form.isStill(draft, version)) return false
    this.#relic.work.problem = ''
    return true
  }

  /** Moves the medium or takes it down, says so, and keeps the focus where it stood in the list. */
  async rearrange(row: Element | undefined, work: () => Promise<boolean>, said: string) {
    const giveFocus = row && placeFocus(row)
    this.#relic.said = ''
    if (await work()) this.#relic.said = said
    await giveFocus?.()
  }
}
