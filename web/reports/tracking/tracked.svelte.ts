import type { TrackedReport } from '../../../server/reports/tracking-contract.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { postJson } from '../outbox/post-json.ts'
import { SendFailure } from '../outbox/send-failure.ts'

export type TrackProblem = 'away' | 'unknown' | 'failed'

/** A report as its code opens it. Never throws: what fails stands in `problem`, with the server's own words in `sentence`. */
export class Tracked {
  report = $state.raw<TrackedReport | null>(null)
  problem = $state<TrackProblem | null>(null)
  /** The server's sentence; null: it gave none. */
  sentence = $state<string | null>(null)
  busy = $state(false)
  readonly #code: string
  readonly #i18n: I18n
  readonly #onForgotten: (code: string) => void

  /** `onForgotten`: the server has removed what was personal, and the code with it. */
  constructor(code: string, i18n: I18n, onForgotten: (code: string) => void) {
    this.#code = code
    this.#i18n = i18n
    this.#onForgotten = onForgotten
  }

  /** Asks how it stands; whether it is known now. */
  load(): Promise<boolean> {
    return this.#post('/api/tracking', {})
  }

  answer(text: string): Promise<boolean> {
    return this.#post('/api/tracking/answer', { text })
  }

  confirm(): Promise<boolean> {
    return this.#post('/api/tracking/confirm', {})
  }

  reopen(text: string): Promise<boolean> {
    return this.#post('/api/tracking/reopen', { text })
  }

  /** Everything that is kept about whoever has the code; null when it could not be had. */
  ownData(): Promise<object | null> {
    return this.#ask<object>('/api/tracking/export', {})
  }

  async deleteOwnData() {
    if ((await this.#ask('/api/tracking/delete', {})) !== null) this.#onForgotten(this.#code)
  }

  async #post(path: string, body: object): Promise<boolean> {
    const report = await this.#ask<TrackedReport>(path, body)
    this.report = report ?? this.report
    return report !== null
  }

  async #ask<T>(path: string, body: object): Promise<T | null> {
    this.busy = true
    this.problem = this.sentence = null
    try {
      const { signal } = new AbortController()
      return await postJson<T>(path, { code: this.#code, ...body }, this.#i18n.locale, signal)
    } catch (error) {
      if (!(error instanceof SendFailure)) throw error
      this.problem = problemOf(error)
      this.sentence = error.message === error.kind ? null : error.message || null
      return null
    } finally {
      this.busy = false
    }
  }
}

function problemOf({ kind, status }: SendFailure): TrackProblem {
  if (kind === 'away') return 'away'
  return status === 404 ? 'unknown' : 'failed'
}
