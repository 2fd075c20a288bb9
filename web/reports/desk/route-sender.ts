import type { actOnReport } from '../../../server/reports/action-contract.ts'
import type { StaffReportDetail } from '../../../server/reports/staff-contract.ts'
import type { Client } from '../../http/client.ts'
import { RequestError } from '../../http/get-json.ts'
import { OutdatedError } from '../../http/send-json.ts'
import { sendPicture } from './after-photos.svelte.ts'
import { routeChanges } from './route-changes.ts'
import { forRoute, type RouteReport } from './route-steps.ts'
import { type RouteAnswer, type RouteStore, stamp } from './route-store.ts'

/** What became of an answer; `away`: there is no network, or nobody is signed in, and it waits on. */
export type SendResult = { kind: 'sent'; report: RouteReport } | { kind: 'kept' } | { kind: 'away' }

/** A report that changes more often than this while one answer is sent is looked at by a person. */
const MOST_TRIES = 3

/** Whether waiting may mend it: no network, a server that is busy or broken, a session that has ended. */
const mayPass = ({ kind, status }: RequestError) =>
  kind !== 'refused' || status === 401 || status === 429 || status >= 500

/** Sends one answer; what has gone is noted before the next goes. */
class AnswerSender {
  #answer: RouteAnswer
  readonly #store: RouteStore
  readonly #client: Client

  constructor(store: RouteStore, client: Client, answer: RouteAnswer) {
    this.#store = store
    this.#client = client
    this.#answer = answer
  }

  async send(tries = MOST_TRIES): Promise<SendResult> {
    try {
      if (!(await this.#sendPhotos())) return { kind: 'kept' }
      const report = await this.#sendBody()
      await this.#store.dropAnswers([this.#answer.key])
      return { kind: 'sent', report }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      if (error instanceof OutdatedError) return this.#weigh(error, tries)
      if (mayPass(error)) return { kind: 'away' }
      await this.#note({ state: 'refused', problem: error.message })
      return { kind: 'kept' }
    }
  }

  /** Somebody changed the report: where it does not touch what the officer knows of it, his answer goes to the newer one. */
  async #weigh(error: OutdatedError, tries: number): Promise<SendResult> {
    const latest = forRoute(error.current as StaffReportDetail) // what the contract says of a 412
    const { seen, body } = this.#answer
    const isBeside = tries > 1 && routeChanges(seen, latest, body).length === 0
    if (isBeside) return (await this.#note({ seen: latest })) ? this.send(tries - 1) : { kind: 'kept' }
    await this.#note({ state: 'outdated', problem: null, latest })
    return { kind: 'kept' }
  }

  /** False: the answer was taken back meanwhile. */
  async #sendPhotos() {
    const { reportId } = this.#answer
    for (const photo of this.#answer.photos.filter(({ sent }) => !sent)) {
      await sendPicture({ reportId, code: '', locale: this.#client.locale }, photo)
      const photos = this.#answer.photos.map((one) => (one === photo ? { ...one, sent: true } : one))
      if (!(await this.#note({ photos }))) return false
    }
    return true
  }

  async #sendBody() {
    const { reportId: id, seen, recordedAt } = this.#answer
    // By the phone's clock, however wrong: the server reckons with the time between.
    const body = { ...this.#answer.body, told: { recordedAt, sentAt: stamp() } }
    const sending = { method: 'POST', params: { id }, body, version: seen.version } as const
    return forRoute(await this.#client.send<typeof actOnReport>('/api/staff/reports/:id/actions', sending))
  }

  async #note(changes: Partial<RouteAnswer>) {
    this.#answer = { ...this.#answer, ...changes }
    return this.#store.putAnswer(this.#answer)
  }
}

/** Sends pictures first, then the answer itself. Throws what is no failure of sending. */
export const sendAnswer = (store: RouteStore, client: Client, answer: RouteAnswer) =>
  new AnswerSender(store, client, answer).send()
