import type {
  actOnReport,
  forgetReporterOf,
  ReportActionBody
} from '../../../server/reports/action-contract.ts'
import type { getStaffReport, StaffReportDetail } from '../../../server/reports/staff-contract.ts'
import { answered } from '../../http/answered.ts'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { OutdatedError } from '../../http/send-json.ts'

export type ActionName = ReportActionBody['action']

/** An action that met a newer report: what was seen, what is there now, what was wanted. */
export interface Conflict {
  base: StaffReportDetail
  current: StaffReportDetail
  body: ReportActionBody
}

const PATH = '/api/staff/reports/:id'

/** The report that is open, and what is done with it. */
export class Handling {
  readonly asked = new Resource<StaffReportDetail>()
  readonly report = $derived(this.asked.value)
  /** The form that is open, with the report as it was when it was opened: what is sent speaks of that one. */
  form = $state.raw<{ action: ActionName; base: StaffReportDetail; sha256?: string }>()
  conflict = $state.raw<Conflict>()
  /** What was done last, for saying so. */
  done = $state<ActionName>()
  readonly #client: Client
  readonly #onchange: () => void

  constructor(client: Client, onchange: () => void) {
    this.#client = client
    this.#onchange = onchange
  }

  load(id: string) {
    this.form = this.conflict = this.done = undefined
    return this.asked.load((signal) => this.#read(id, signal), id)
  }

  close() {
    this.asked.clear()
    this.form = this.conflict = undefined
  }

  /**
   * Reads it again; a failure leaves what is shown. False: to be tried again. A form that is open keeps the report it was
   * opened with.
   */
  refresh(): Promise<boolean> {
    return answered(this.#readAgain())
  }

  open(action: ActionName, sha256?: string) {
    const base = this.report
    this.done = undefined
    if (base) this.form = { action, base, ...(sha256 ? { sha256 } : {}) }
  }

  /** Does it to the report as it was seen; where somebody was quicker, `conflict` is set and nothing was done. */
  async act(base: StaffReportDetail, body: ReportActionBody): Promise<boolean> {
    try {
      const params = { id: base.id }
      const sending = { method: 'POST', params, body, version: base.version } as const
      const report = await this.#client.send<typeof actOnReport>(`${PATH}/actions`, sending)
      this.#settle(report, body.action)
      return true
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error
      const current = error.current as StaffReportDetail // what the contract says of a 412
      this.conflict = { base, current, body }
      return false
    }
  }

  /** Removes what is personal of the reporter, and shows what is left. */
  async forgetReporter() {
    const id = this.report?.id
    if (!id) return
    const sending = { method: 'POST', params: { id }, body: {} } as const
    await this.#client.send<typeof forgetReporterOf>(`${PATH}/forget-reporter`, sending)
    await this.#readAgain()
    this.#onchange()
  }

  /** Ends a conflict: with what is left of the own action, or without it. */
  async settle(body: ReportActionBody | null) {
    const { current } = this.conflict ?? {}
    if (!current) return
    if (body) return void (await this.act(current, body))
    this.asked.value = current
    this.conflict = this.form = undefined
    this.#onchange()
  }

  #settle(report: StaffReportDetail, action: ActionName) {
    if (this.report?.id === report.id || !this.report) this.asked.value = report
    this.form = this.conflict = undefined
    this.done = action
    this.#onchange()
  }

  async #readAgain() {
    const id = this.report?.id
    if (!id || this.asked.loading) return
    const report = await this.#read(id, new AbortController().signal)
    // What was done meanwhile has answered with a newer one already.
    if (this.report?.id === id && report.version >= this.report.version) this.asked.value = report
  }

  #read(id: string, signal: AbortSignal) {
    return this.#client.get<typeof getStaffReport>(PATH, {}, { signal, params: { id } })
  }
}
