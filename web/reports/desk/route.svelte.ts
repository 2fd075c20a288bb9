import type { listStaffReports, StaffReport } from '../../../server/reports/staff-contract.ts'
import type { Place } from '../../../server/reports/contract.ts'
import type { Client } from '../../http/client.ts'
import { OPEN_STATES } from './inbox-query.ts'
import { RouteAnswers } from './route-answers.svelte.ts'
import type { RouteReport } from './route-steps.ts'
import { lostPoints, type RoutePoint, RouteStore, stamp } from './route-store.ts'
import { asWalk, walkLength } from './walk.ts'
import { mediaAddress } from './words.ts'

/** So many points are more than a day. */
const MOST = 100
const AGAIN_MS = 15_000
/** On which the windows of a browser tell each other that something was recorded or sent. */
const CHANNEL = 'dia-ban-route'

/** Today's points of one officer, kept on the device, and what he recorded there. */
export class Route {
  points = $state.raw<readonly RoutePoint[]>([])
  takenAt = $state<string | null>(null)
  /** From where the walk was ordered; null: from its western end. */
  start = $state.raw<Place | null>(null)
  /** The browser keeps nothing. */
  failed = $state(false)
  readonly lengthM = $derived(
    walkLength(
      this.points.map(({ report }) => report.place),
      this.start
    )
  )
  readonly client: Client
  readonly answers: RouteAnswers
  #store: RouteStore | undefined
  #channel: BroadcastChannel | undefined

  constructor(client: Client) {
    this.client = client
    this.answers = new RouteAnswers(client, () => this.#tell())
  }

  /** Opens what is kept, and sends what waits whenever there is a network, until ended. */
  open(accountId: number) {
    const send = () => void this.answers.sendAll()
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = () => void this.#read()
    this.#channel = channel
    RouteStore.open(accountId).then(
      async (store) => {
        this.#store = store
        this.answers.open(store, accountId)
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
      channel.close()
      this.answers.open(undefined, accountId)
      this.#store?.close()
      this.#store = this.#channel = undefined
    }
  }

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

  /** Takes the points off this device; answers that have not gone stay, for the same account. */
  async clear() {
    await this.#store?.clear()
    await this.#tell()
  }

  /** What has answers that have not gone stays, whatever is asked. */
  async #keep(reports: readonly RouteReport[]) {
    const bound = this.points.map(({ report }) => report).filter(({ id }) => this.answers.of(id).length > 0)
    const others = bound.filter(({ id }) => reports.every((report) => report.id !== id))
    const order = asWalk(
      [...reports, ...others].map((report) => ({ ...report.place, report })),
      this.start
    )
    const points = await Promise.all(
      order.map(async ({ report }, position) => ({
        id: report.id,
        position,
        // Without what only a screen's proxies would add: IndexedDB clones plain objects.
        report: structuredClone(report),
        picture: await this.#picture(report)
      }))
    )
    await this.#store?.keep(points, stamp())
    await this.#tell()
  }

  /** A picture that does not come is none: the point is taken along all the same. */
  async #picture({ id, picture }: RouteReport): Promise<Blob | null> {
    const kept = this.points.find((point) => point.id === id)?.picture
    if (kept || !picture) return kept ?? null
    try {
      const response = await fetch(mediaAddress(id, picture, true))
      return response.ok ? await response.blob() : null
    } catch (error) {
      // What a connection throws that is not there, or breaks off on the way.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error
      return null
    }
  }

  /** Reads anew what is kept, here and in the other windows. */
  #tell() {
    this.#channel?.postMessage('changed')
    return this.#read()
  }

  async #read() {
    const store = this.#store
    if (!store) return
    await this.answers.read()
    const points = await store.points()
    this.points = [...points, ...lostPoints(points, this.answers.list)]
    this.takenAt = await store.takenAt()
  }
}
