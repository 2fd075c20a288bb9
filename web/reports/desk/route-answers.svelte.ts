import type { session } from '../../../server/accounts/contract.ts'
import type { Client } from '../../http/client.ts'
import { RequestError } from '../../http/get-json.ts'
import { routeChanges } from './route-changes.ts'
import { sendAnswer } from './route-sender.ts'
import { answersTo, expectedAfter, type FieldBody, type RouteReport } from './route-steps.ts'
import { type AnswerPhoto, type RouteAnswer, type RouteStore, stamp } from './route-store.ts'

const LOCK = 'dia-ban-route-send'

/** The report was answered otherwise meanwhile, in another window. */
export class NotAnswerable extends Error {}

/** What an officer recorded on his way and the server does not have yet. */
export class RouteAnswers {
  list = $state.raw<readonly RouteAnswer[]>([])
  sending = $state(false)
  /** Reports of which the server has an answer since the page was opened. */
  arrived = $state.raw<readonly string[]>([])
  readonly #client: Client
  readonly #onchange: () => Promise<void>
  #store: RouteStore | undefined
  #accountId = 0

  /** `onchange`: what is kept on the device has changed. */
  constructor(client: Client, onchange: () => Promise<void>) {
    this.#client = client
    this.#onchange = onchange
  }

  open(store: RouteStore | undefined, accountId: number) {
    this.#store = store
    this.#accountId = accountId
  }

  async read() {
    if (this.#store) this.list = await this.#store.answers()
  }

  of = (reportId: string) => this.list.filter((answer) => answer.reportId === reportId)

  /** A report as it will be when what was recorded of it has arrived. */
  expected(report: RouteReport): RouteReport {
    const last = this.of(report.id).at(-1)
    if (!last) return report
    return last.state === 'waiting' ? expectedAfter(last.seen, last.body.action) : { ...report, actions: [] }
  }

  /**
   * Records an answer on this device; it goes as soon as it can. Throws QuotaExceededError when the device is full, and
   * NotAnswerable.
   */
  async record(report: RouteReport, body: FieldBody, photos: AnswerPhoto[] = []) {
    await this.read()
    const seen = structuredClone(this.expected(report))
    if (!answersTo(seen).includes(body.action)) throw new NotAnswerable()
    const { id: reportId } = report
    const rest = { recordedAt: stamp(), state: 'waiting', problem: null, latest: null } as const
    await this.#store?.addAnswer({ reportId, accountId: this.#accountId, seen, body, photos, ...rest })
    await this.#onchange()
    void this.sendAll()
  }

  /** Sends an answer although somebody changed the report: the officer has seen what, and wants it. */
  async sendMine({ key }: RouteAnswer) {
    const answer = this.list.find((one) => one.key === key)
    if (!answer?.latest) return
    await this.#store?.putAnswer({ ...answer, seen: answer.latest, state: 'waiting', latest: null })
    await this.#onchange()
    await this.sendAll()
  }

  /** Takes back an answer, and with it those that were given after it to the same report. */
  async discard({ key, reportId, latest }: RouteAnswer) {
    const gone = this.of(reportId).filter((answer) => answer.key >= key)
    await this.#store?.dropAnswers(gone.map((answer) => answer.key))
    if (latest) await this.#store?.putReport(latest)
    await this.#onchange()
  }

  /** Sends what waits, in the order in which it was recorded; stops where the network does. One window sends at a time. */
  async sendAll() {
    if (!this.#store || this.sending) return
    this.sending = true
    try {
      if (!('locks' in navigator)) return await this.#sendWaiting(this.#store)
      const store = this.#store
      await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && this.#sendWaiting(store))
    } finally {
      this.sending = false
    }
  }

  async #sendWaiting(store: RouteStore) {
    const passed: number[] = []
    if (!(await firstWaiting(store, passed)) || !(await this.#isSignedIn())) return
    for (let next = await firstWaiting(store, passed); next; next = await firstWaiting(store, passed)) {
      passed.push(next.key)
      const result = await sendAnswer(store, this.#client, next)
      if (result.kind === 'away') return
      if (result.kind === 'sent') await this.#arrive(store, next, result.report)
      await this.#onchange()
    }
  }

  /** Whether the server takes what is sent for this officer's: another may have signed in in another window. */
  async #isSignedIn() {
    try {
      const { actor } = await this.#client.get<typeof session>('/api/staff/session', {})
      // Nobody: the server says so itself when the answer comes, and the page asks to sign in.
      return !actor || actor.accountId === this.#accountId
    } catch (error) {
      if (error instanceof RequestError) return false
      throw error
    }
  }

  /** What was answered next is an answer to the report as it is now, unless somebody else changed that too. */
  async #arrive(store: RouteStore, { seen, reportId }: RouteAnswer, report: RouteReport) {
    this.arrived = [...this.arrived, reportId]
    await store.putReport(report)
    const next = (await store.answers()).find((answer) => answer.reportId === reportId)
    if (!next) return
    const isOwn = report.version === seen.version + 1
    if (isOwn || routeChanges(next.seen, report, next.body).length === 0)
      await store.putAnswer({ ...next, seen: report })
    else await store.putAnswer({ ...next, state: 'outdated', latest: report })
  }
}

/** The first answer that can go: one behind another that is stuck waits for it. */
async function firstWaiting(store: RouteStore, passed: readonly number[]): Promise<RouteAnswer | undefined> {
  const answers = await store.answers()
  return answers.find(
    ({ key, reportId, state }, i) =>
      state === 'waiting' &&
      !passed.includes(key) &&
      answers.slice(0, i).every((one) => one.reportId !== reportId)
  )
}
