import type { Locale } from '../../i18n/i18n.svelte.ts'
import type { Held } from './held.ts'
import { postJson } from './post-json.ts'
import type { FollowedRecord, ReportRecord } from './records.ts'
import { makeReportCode } from './report-code.ts'
import { Sender, type Sending } from './sender.ts'
import { ReportStore } from './store.ts'
import { uploadFile } from './upload-file.ts'
import type { NewReport, Receipt } from '../../../server/reports/contract.ts'

const LOCK = 'dia-ban-sending'
const CHANNEL = 'dia-ban-outbox'

/** Every report on this phone as the screen shows it, and the one tab that sends them. */
export class Outbox {
  /** Oldest first; drafts too. */
  reports = $state.raw<readonly ReportRecord[]>([])
  followed = $state.raw<readonly FollowedRecord[]>([])
  /** What this tab is sending right now. */
  sending = $state.raw<Sending | null>(null)
  /** Why this tab waits before it tries again. */
  held = $state.raw<Held | null>(null)
  readonly store: ReportStore
  readonly #channel = new BroadcastChannel(CHANNEL)
  readonly #sender: Sender

  readonly waiting = $derived(this.reports.filter(({ state }) => state === 'waiting' || state === 'refused'))

  private constructor(store: ReportStore, locale: () => Locale) {
    this.store = store
    this.#sender = new Sender({
      store,
      server: {
        send: (report: NewReport, signal) => postJson<Receipt>('/api/reports', report, locale(), signal),
        upload: (upload, signal) => uploadFile({ ...upload, locale: locale() }, signal)
      },
      onSending: (sending) => (this.sending = sending),
      onHeld: (held) => (this.held = held),
      onChange: () => void this.#tell(),
      // eslint-disable-next-line no-console -- the list shows that it waits, the console why
      onFault: (error) => console.error(error)
    })
    this.#channel.addEventListener('message', ({ data }) => {
      if (data === 'kick') this.#sender.kick()
      else void this.read()
    })
  }

  /** Opens what the phone keeps. `locale` is that in which the server is to answer. */
  static async open(locale: () => Locale): Promise<Outbox> {
    const outbox = new Outbox(await ReportStore.open(), locale)
    await outbox.read()
    return outbox
  }

  async read() {
    const [reports, followed] = [await this.store.reports(), await this.store.followed()]
    this.reports = reports
    this.followed = followed
  }

  /** Sends what waits for as long as the page is open, in one tab at a time. The returned function ends it. */
  run(): () => void {
    const end = new AbortController()
    const kick = () => this.#sender.kick()
    addEventListener('online', kick)
    document.addEventListener('visibilitychange', kick)
    this.#alone(end.signal).catch((error: unknown) => {
      // eslint-disable-next-line no-console -- the list shows that nothing is being sent, the console why
      if (!end.signal.aborted) console.error(error)
    })
    return () => {
      removeEventListener('online', kick)
      document.removeEventListener('visibilitychange', kick)
      end.abort()
    }
  }

  /** Something waits: whichever tab sends begins at once. */
  kick() {
    this.#sender.kick()
    this.#channel.postMessage('kick')
  }

  async putDraft(record: ReportRecord): Promise<ReportRecord> {
    await this.store.put(record)
    await this.#tell()
    return record
  }

  async change(...change: Parameters<ReportStore['change']>): Promise<ReportRecord | null> {
    const record = await this.store.change(...change)
    await this.#tell()
    return record
  }

  async discard(id: string) {
    await this.store.discard(id)
    await this.#tell()
  }

  /** A refused report is tried once more as it is. */
  async retry(id: string) {
    await this.change(id, (r) => ({ ...r, state: 'waiting', refusal: null }))
    this.kick()
  }

  async follow(record: FollowedRecord) {
    await this.store.follow(record)
    await this.#tell()
  }

  /** The code with which this phone adds itself to a report: the same one every time. */
  async witnessCode(number: string): Promise<string> {
    const key = `witness-${number}`
    const kept = await this.store.kept(key)
    if (typeof kept === 'string') return kept
    const code = makeReportCode()
    await this.store.keep(key, code)
    return code
  }

  /** Whether this phone sent the report of this number, or follows it already. */
  has(number: string): boolean {
    return (
      this.reports.some(({ receipt }) => receipt?.number === number) ||
      this.followed.some((followed) => followed.number === number)
    )
  }

  /** Forgets whatever is kept here under a code. */
  async forget(code: string) {
    for (const report of this.reports) if (report.code === code) await this.store.discard(report.id)
    for (const followed of this.followed)
      if (followed.code === code) await this.store.unfollow(followed.number)
    await this.#tell()
  }

  async unfollow(number: string) {
    await this.store.unfollow(number)
    await this.#tell()
  }

  /** Asks the browser not to clear what is kept when the phone runs short of room. */
  async askToPersist() {
    await navigator.storage?.persist?.()
  }

  /** A browser without locks sends from every tab: the server takes each thing once. */
  async #alone(signal: AbortSignal) {
    if (!('locks' in navigator)) return this.#sender.run(signal)
    return navigator.locks.request(LOCK, { signal }, () => this.#sender.run(signal))
  }

  #tell() {
    this.#channel.postMessage('changed')
    return this.read()
  }
}
