import type { DraftStore } from '../ui/draft-store.ts'
import { meet, type Fields, type Met } from './meeting.ts'

/** What was written in a form, and what it began with. */
export interface KeptFields<F> {
  version: number
  base: F
  draft: F
}

type Store<F> = Pick<DraftStore<KeptFields<F>>, 'read' | 'keep' | 'forget'>

/** A form that outlives another page and a reload, while somebody else may be saving the same thing. */
export class KeptForm<F extends Fields> {
  draft: F
  /** What somebody else saved since the form began; undefined: nothing. */
  met = $state.raw<Met>()
  /** The form began with what was not saved the last time. */
  isTakenUp = $state(false)
  #base: F
  #version: number
  readonly #store: Store<F>

  /** `base`: what is saved, in the version with this number. */
  constructor(store: Store<F>, base: F, version = 0) {
    const kept = store.read()
    this.#store = store
    this.#base = kept?.base ?? base
    this.#version = kept?.version ?? version
    this.draft = $state({ ...base, ...kept?.draft })
    this.isTakenUp = kept !== undefined
    this.isStill(base, version)
  }

  /** Keeps what is not saved yet; to be called after every change. */
  keep() {
    const draft = { ...this.draft }
    if (this.isClean) this.#store.forget()
    else this.#store.keep({ version: this.#version, base: this.#base, draft })
  }

  /** Whether nothing was written. */
  get isClean() {
    return Object.entries(this.#base).every(([name, value]) => this.draft[name] === value)
  }

  /** Begins anew with what is saved, and forgets what was written. */
  begin(base: F, version = 0) {
    this.#base = base
    this.#version = version
    this.met = undefined
    this.isTakenUp = false
    Object.assign(this.draft, base)
    this.#store.forget()
  }

  /** Whether what is saved now says what the form began with. If not, it is met, for a person to look before it is sent. */
  isStill(now: F, version: number): boolean {
    const isSame = Object.entries(this.#base).every(([name, value]) => now[name] === value)
    if (version !== this.#version && !isSame) {
      const { draft, ...met } = meet(this.#base, { ...this.draft }, now)
      Object.assign(this.draft, draft)
      this.met = met
    }
    this.#base = now
    this.#version = version
    return isSame
  }
}
