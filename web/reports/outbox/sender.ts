import type { NewReport, Receipt } from '../../../server/reports/contract.ts'
import { type Hindrance, waitBefore } from './backoff.ts'
import { isUnfit, refused, restarted, withReceipt } from './file-answers.ts'
import type { Held } from './held.ts'
import { type FileRecord, type ReportRecord, toNewReport, unsentFiles } from './records.ts'
import { SendFailure } from './send-failure.ts'
import type { ReportStore } from './store.ts'
import type { FileUpload } from './upload-file.ts'

/** What the sender asks of the network; both throw SendFailure. */
export interface Server {
  send: (report: NewReport, signal: AbortSignal) => Promise<Receipt>
  upload: (upload: Omit<FileUpload, 'locale'>, signal: AbortSignal) => Promise<void>
}

/** Told of what is going on right now; `null`: nothing is. */
export interface Sending {
  reportId: string
  /** The file that is on its way; null: the text. */
  sha256: string | null
  sentBytes: number
}

interface Options {
  store: ReportStore
  server: Server
  onSending: (sending: Sending | null) => void
  /** Why nothing goes until when; null: the server has taken something since, or nothing waits. */
  onHeld: (held: Held | null) => void
  /** A record has become another. */
  onChange: () => void
  /** Something failed on the phone itself; it is tried again. */
  onFault: (error: unknown) => void
  random?: () => number
}

type Pause = { hindrance: Hindrance; askedMs: number }

/**
 * Sends what waits: first the text of every report, then their files one after another. Sending anything twice is sending
 * it once, so whatever breaks off is simply done again; a report is received when the server says so of every file.
 */
export class Sender {
  readonly #options: Options
  #wake: () => void = () => undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Goes on until aborted. Call `kick` when something new waits or the network is back. */
  async run(signal: AbortSignal) {
    let attempt = 0
    while (!signal.aborted) {
      const kicked = this.#kicked(signal)
      const pause = await this.pass(signal)
      if (signal.aborted) return
      if (!pause) {
        this.#options.onHeld(null)
        attempt = 0
        await kicked
        continue
      }
      const wait = waitBefore(
        pause.hindrance,
        attempt,
        pause.askedMs,
        (this.#options.random ?? Math.random)()
      )
      attempt += 1
      this.#options.onHeld({ hindrance: pause.hindrance, againAt: Date.now() + wait })
      // The network being back does not shorten what a busy server asked for.
      const isBack = await Promise.race([
        sleep(wait, signal).then(() => false),
        ...(pause.hindrance === 'busy' ? [] : [kicked.then(() => true)])
      ])
      if (isBack) attempt = 0
    }
  }

  kick() {
    this.#wake()
  }

  /** Tries everything that waits once. null: nothing waits any more. */
  async pass(signal: AbortSignal): Promise<Pause | null> {
    const { store, onSending } = this.#options
    let pause: Pause | null = null
    const attempt = async (record: ReportRecord, step: (record: ReportRecord) => Promise<boolean>) => {
      if (!(await step(record))) pause = { hindrance: 'fault', askedMs: 0 }
    }
    try {
      const waiting = (await store.reports()).filter(({ state }) => state === 'waiting')
      for (const record of waiting)
        if (!record.receipt) await attempt(record, (r) => this.#sendText(r, signal))
      const begun = (await store.reports()).filter(({ state, receipt }) => state === 'waiting' && receipt)
      for (const record of begun) await attempt(record, (r) => this.#sendFiles(r, signal))
      return pause
    } catch (error) {
      if (signal.aborted) return null
      if (error instanceof SendFailure && error.kind !== 'refused')
        return { hindrance: error.kind, askedMs: error.retryAfterMs }
      // A phone without room for the receipt: what was sent is sent again, and is taken once.
      this.#options.onFault(error)
      return { hindrance: 'fault', askedMs: 0 }
    } finally {
      onSending(null)
    }
  }

  /** False: the server failed at this one; the others may still go. Throws what concerns them all. */
  async #sendText(record: ReportRecord, signal: AbortSignal): Promise<boolean> {
    const report = toNewReport(record)
    if (!report) return true
    this.#options.onSending({ reportId: record.id, sha256: null, sentBytes: 0 })
    try {
      const receipt = await this.#options.server.send(report, signal)
      this.#options.onHeld(null)
      await this.#change(record.id, (now) => withReceipt(now, receipt))
      return true
    } catch (error) {
      if (!(error instanceof SendFailure) || error.kind === 'away' || error.kind === 'busy') throw error
      if (error.kind === 'fault') return false
      await this.#change(record.id, (now) => ({ ...now, state: 'refused', refusal: error.message }))
      return true
    }
  }

  /** Sends what is missing, then asks the server what it has. */
  async #sendFiles(record: ReportRecord, signal: AbortSignal): Promise<boolean> {
    for (const file of unsentFiles(record)) if (!file.uploaded) await this.#sendFile(record, file, signal)
    if (!(await this.#sendText(record, signal))) return false
    const now = await this.#options.store.report(record.id)
    if (!now || now.state !== 'waiting') {
      await this.#options.store.sweepFiles()
      return true
    }
    // The server has not got what it seemed to have: from the beginning, after a pause.
    await this.#change(record.id, (r) => ({ ...r, files: r.files.map((file) => restarted(file)) }))
    return false
  }

  async #sendFile(record: ReportRecord, file: FileRecord, signal: AbortSignal) {
    const { store, server, onSending } = this.#options
    const bytes = await store.file(file.sha256)
    if (!bytes) return
    const say = (sentBytes: number) => onSending({ reportId: record.id, sha256: file.sha256, sentBytes })
    say(0)
    const onUrl = (uploadUrl: string) =>
      void this.#changeFile(record.id, file.sha256, (f) => ({ ...f, uploadUrl }))
    const onProgress = (sentBytes: number) => {
      this.#options.onHeld(null)
      say(sentBytes)
    }
    const { id: reportId, code } = record
    const upload = {
      reportId,
      code,
      sha256: file.sha256,
      bytes,
      uploadUrl: file.uploadUrl,
      onUrl,
      onProgress
    }
    try {
      await server.upload(upload, signal)
      await this.#changeFile(reportId, file.sha256, (f) => ({ ...f, uploaded: true }))
    } catch (error) {
      if (!(error instanceof SendFailure) || error.kind === 'away' || error.kind === 'busy') throw error
      if (isUnfit(error)) await this.#changeFile(reportId, file.sha256, (f) => refused(f, error))
    }
  }

  async #change(id: string, change: (record: ReportRecord) => ReportRecord) {
    await this.#options.store.change(id, change)
    this.#options.onChange()
  }

  #changeFile(id: string, sha256: string, change: (file: FileRecord) => FileRecord) {
    return this.#change(id, (record) => ({
      ...record,
      files: record.files.map((file) => (file.sha256 === sha256 ? change(file) : file))
    }))
  }

  #kicked(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
