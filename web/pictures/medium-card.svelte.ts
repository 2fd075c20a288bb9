import { tick } from 'svelte'
import { KeptForm } from '../http/kept-form.svelte.ts'
import type { Fields } from '../http/meeting.ts'
import type { ChangingList } from '../http/changing-list.svelte.ts'
import { draftStore } from '../ui/draft-store.ts'
import { placeFocus } from '../ui/panel-focus.ts'

/** The list that one stands in. */
export type Changing<Id = number> = Pick<ChangingList<unknown, Id>, 'work' | 'said' | 'problemOf'>

/** What is said of a medium, as it is now. */
interface Now<F, Id> {
  id: Id
  version: number
  draft: F
}

/** One medium in its list: its form, and where it stands. To be made while its component is. */
export class MediumCard<F extends Fields, Id = number> {
  readonly form: KeptForm<F>
  isEditing = $state(false)
  readonly #media: Changing<Id>
  readonly #now: () => Now<F, Id>

  /** `kept`: under which name what is written and not saved is kept. */
  constructor(media: Changing<Id>, kept: string, now: () => Now<F, Id>) {
    const { draft, version } = now()
    this.#media = media
    this.#now = now
    this.form = new KeptForm(draftStore(kept), draft, version)
    this.isEditing = this.form.isTakenUp
  }

  get busy() {
    return this.#media.work.busy
  }

  /** What stands against the last change of this medium; '' is nothing. */
  get problem() {
    return this.#media.problemOf(this.#now().id)
  }

  /** Opens the form; what stands in one that is open stays. */
  edit() {
    if (this.isEditing) return
    this.#unsay()
    this.#begin()
    this.isEditing = true
  }

  /** Closes the form; what was written is forgotten. */
  close() {
    this.#unsay()
    this.#begin()
    this.isEditing = false
  }

  /** What stands against another medium stays. */
  #unsay() {
    if (this.problem !== '') this.#media.work.problem = ''
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
    this.#unsay()
    return true
  }

  /** Moves the medium or takes it down, says so, and keeps the focus where it stood in the list. */
  async rearrange(row: Element | null | undefined, work: () => Promise<boolean>, said: string) {
    const giveFocus = row && placeFocus(row)
    this.#media.said = ''
    if (await work()) this.#media.said = said
    await giveFocus?.()
  }
}
