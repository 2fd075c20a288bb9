import type { I18n } from '../../i18n/i18n.svelte.ts'
import type { AfterPhotos } from './after-photos.svelte.ts'
import { NO_FIELDS } from './action-order.ts'
import { NotAnswerable, type RouteAnswers } from './route-answers.svelte.ts'
import { routeMessages as messages } from './route-messages.ts'
import type { FieldAction, FieldBody, RouteReport } from './route-steps.ts'

/** The answer that is being written to one point. */
export class RouteWriting {
  /** The one whose form is open. */
  action = $state<FieldAction>()
  /** Why it could not be recorded, in the reader's language; '' while it can. */
  problem = $state('')
  readonly #i18n: I18n
  readonly #answers: RouteAnswers
  readonly #report: () => RouteReport

  constructor(i18n: I18n, answers: RouteAnswers, report: () => RouteReport) {
    this.#i18n = i18n
    this.#answers = answers
    this.#report = report
  }

  /** Opens the form of an answer; one that says nothing is recorded at once. */
  choose = (action: FieldAction) => {
    this.problem = ''
    const plain = NO_FIELDS.find((one) => one === action)
    if (plain && plain !== 'unmerge') void this.record({ action: plain })
    else this.action = action
  }

  close = () => (this.action = undefined)

  async record(body: FieldBody, photos?: AfterPhotos) {
    this.problem = ''
    const kept = (photos?.photos ?? []).map(({ place: _, ...photo }) => ({ ...photo, sent: false }))
    try {
      await this.#answers.record(this.#report(), body, kept)
      this.close()
    } catch (error) {
      this.problem = this.#sentence(error)
    }
  }

  /** What kept it from being recorded. What is neither a full device nor another window is thrown on. */
  #sentence(error: unknown) {
    if (error instanceof NotAnswerable) return this.#i18n.t(messages.elsewhere)
    if (error instanceof DOMException) return this.#i18n.t(messages.full)
    throw error
  }
}
