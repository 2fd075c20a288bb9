import type { I18n } from '../i18n/i18n.svelte.ts'
import { FormFacts } from './form/form-facts.svelte.ts'
import { ReportDraft } from './form/report-draft.svelte.ts'
import { Outbox } from './outbox/outbox.svelte.ts'

/** What the report app works with once the phone's storage is open. */
export interface Opened {
  outbox: Outbox
  draft: ReportDraft
  facts: FormFacts
}

/** Opens the phone's storage, goes on with the draft that was left, and sends what waits. */
export class OpenApp {
  opened = $state.raw<Opened | null>(null)
  /** The browser keeps nothing: nothing can be written here. */
  failed = $state(false)
  readonly #i18n: I18n

  constructor(i18n: I18n) {
    this.#i18n = i18n
  }

  start(): () => void {
    let end: (() => void) | undefined
    let ended = false
    this.#open().then(
      (stop) => {
        if (ended) stop()
        else end = stop
      },
      (error: unknown) => {
        // eslint-disable-next-line no-console -- the screen says that nothing is kept, the console why
        console.error(error)
        this.failed = true
      }
    )
    return () => {
      ended = true
      end?.()
    }
  }

  async #open(): Promise<() => void> {
    const outbox = await Outbox.open(() => this.#i18n.locale)
    const draft = new ReportDraft(outbox)
    const facts = new FormFacts(outbox.store, this.#i18n)
    const unfinished = outbox.reports.findLast(({ state }) => state === 'draft')
    if (unfinished) draft.resume(unfinished)
    this.opened = { outbox, draft, facts }
    const stopSending = outbox.run()
    let stopAsking = facts.ask()
    const askAgain = () => {
      if (facts.failure === null) return
      stopAsking()
      stopAsking = facts.ask()
    }
    addEventListener('online', askAgain)
    return () => {
      removeEventListener('online', askAgain)
      stopAsking()
      stopSending()
    }
  }
}
