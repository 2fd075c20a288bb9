import type { listStaffReports, StaffReport } from '../../../server/reports/staff-contract.ts'
import type { Place } from '../../../server/reports/contract.ts'
import type { Client } from '../../http/client.ts'
import { OPEN_STATES } from './inbox-query.ts'
import type { AfterPhotos } from './after-photos.svelte.ts'
import { resolution } from './resolution.ts'
import { sendAnswer } from './route-sender.ts'
import { type RouteAnswer, type RoutePoint, RouteStore, stamp } from './route-store.ts'
import { asWalk, walkLength } from './walk.ts'
import { mediaAddress } from './words.ts'

/** So many points are more than a day. */
const MOST = 100
const AGAIN_MS = 15_000

/** Today's points of one officer, kept on the device, and what he recorded there. */
export class Route {
  points = $state.raw<readonly RoutePoint[]>([])
  answers = $state.raw<readonly RouteAnswer[]>([])
  takenAt = $state<string | null>(null)
  /** From where the walk was ordered; null: from its western end. */
  start = $state.raw<Place | null>(null)
  sending = $state(false)
  /** The browser keeps nothing. */
  failed = $state(false)
  /** Reports that the server has answers for since the page was opened. */
  answered = $state.raw<readonly string[]>([])

  readonly lengthM = $derived(
    walkLength(
      this.points.map(({ report }) => report.place),
      this.start
    )
  )
  readonly client: Client
  #store: RouteStore | undefined

  constructor(client: Client) {
    this.client = client
  }

  /** Opens what is kept, and sends what waits whenever there is a network, until ended. */
  open(accountId: number) {
    const send = () => void this.sendAll()
    RouteStore.open(accountId).then(
      async (store) => {
        this.#store = store
        await this.#read()
        send()
      },
      () => (this.failed = true)
    )
    addEventListener('online', send)
    // Browsers do not always notice a network that is back.
    const again = setInterval(send, AGAIN_MS)
    return () => {
      clearInterval(again)
      removeEventListener('online', send)
      this.#store?.close()
      this.#store = undefined
    }
  }

  answerOf = (id: string) => this.answers.find(({ reportId }) => reportId === id)

  /** Takes along what is assigned to the officer and still open, instead of what was here. */
  async takeMine() {
    const query = { mine: 'true', state: OPEN_STATES.join(','), limit: MOST, sort: 'due' } as const
    const path = '/api/staff/reports'
    const { reports } = await this.client.get<typeof listStaffReports>(path, query)
    await this.#keep(reports)
  }

  /** Adds reports to those that are here. */
  async add(reports: readonly StaffReport[]) {
    const others = this.points
      .map(({ report }) => report)
      .filter(({ id }) => reports.every((r) => r.id !== id))
    await this.#keep([...others, ...reports].slice(0, MOST))
  }

  async remove(id: string) {
    await this.#keep(this.points.map(({ report }) => report).filter((report) => report.id !== id))
  }

  /** Orders the walk from where somebody stands. */
  async orderFrom(start: Place) {
    this.start = start
    await this.#keep(this.points.map(({ report }) => report))
  }

  /** Takes everything off this device, answers that have not gone too. */
  async clear() {
    await this.#store?.clear()
    await this.#read()
  }

  /** Records a result on this device; it goes as soon as it can. Throws QuotaExceededError when the device is full. */
  async answer(report: StaffReport, given: { text: string; reason: string; photos: AfterPhotos }) {
    const { text, reason, photos } = given
    const kept = photos.photos.map(({ place: _, ...photo }) => ({ ...photo, sent: false }))
    await this.#store?.putAnswer({
      reportId: report.id,
      version: report.version,
      body: resolution({ text, reason, place: photos.place }),
      photos: kept,
      recordedAt: stamp(),
      state: 'waiting',
      problem: null,
      latest: null
    })
    await this.#read()
    void this.sendAll()
  }

  /** Sends an answer although somebody changed the report: the officer has seen what, and wants it. */
  async sendAnyway({ reportId, latest }: RouteAnswer) {
    const answer = this.answerOf(reportId)
    if (!answer || !latest) return
    const version = latest.version
    await this.#store?.putAnswer({ ...bare(answer), version, state: 'waiting', latest: null })
    await this.#read()
    await this.sendAll()
  }

  /** Takes the points off this device; answers that have not gone stay, for the same account. */
  async leave() {
    await this.#store?.keep([], '')
  }

  async discard(id: string) {
    await this.#store?.dropAnswer(id)
    await this.#read()
  }

  /** Sends what waits, one after another; stops where the network does. */
  async sendAll() {
    const store = this.#store
    if (!store || this.sending) return
    this.sending = true
    try {
      for (const answer of (await store.answers()).filter(({ state }) => state === 'waiting')) {
        const result = await sendAnswer(store, this.client, answer)
        if (result.kind === 'away') break
        if (result.kind === 'sent') this.answered = [...this.answered, answer.reportId]
        await this.#read()
      }
    } finally {
      this.sending = false
    }
  }

  async #keep(reports: readonly StaffReport[]) {
    const order = asWalk(
      reports.map((report) => ({ ...report.place, report })),
      this.start
    )
    const points = await Promise.all(
      order.map(async ({ report }, position) => ({
        id: report.id,
        position,
        report: bare(report),
        picture: await this.#picture(report)
      }))
    )
    await this.#store?.keep(points, stamp())
    await this.#read()
  }

  /** A picture that does not come is none: the point is taken along all the same. */
  async #picture({ id, picture }: StaffReport): Promise<Blob | null> {
    const kept = this.points.find((point) => point.id === id)?.picture
    if (kept || !picture) return kept ?? null
    const response = await fetch(mediaAddress(id, picture, true)).catch(() => null)
    return response?.ok ? response.blob() : null
  }

  async #read() {
    const store = this.#store
    if (!store) return
    this.points = await store.points()
    this.answers = await store.answers()
    this.takenAt = await store.takenAt()
  }
}

/** Without what only a screen's proxies would add: IndexedDB clones plain objects. */
const bare = <T>(value: T): T => structuredClone(value)
