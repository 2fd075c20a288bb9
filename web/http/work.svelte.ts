import { sentenceOf } from './sentence-of.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'

/** One thing that is being sent, and what came of it. */
export class Work {
  busy = $state(false)
  /** What went wrong, in the reader's language; '' while nothing has. */
  problem = $state('')
  readonly #i18n: I18n

  constructor(i18n: I18n) {
    this.#i18n = i18n
  }

  /** Does it once at a time; true: done. A failure is a sentence in `problem`. */
  async run(task: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.problem = ''
    try {
      await task()
      return true
    } catch (error) {
      this.problem = sentenceOf(this.#i18n, error)
      return false
    } finally {
      this.busy = false
    }
  }
}
