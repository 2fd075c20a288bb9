import { SvelteSet } from 'svelte/reactivity'
import type { z } from 'zod'
import type { actOnReports } from '../../../server/reports/action-contract.ts'
import type { listStaffReports, StaffReport } from '../../../server/reports/staff-contract.ts'
import { answered } from '../../http/answered.ts'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import type { StaffValues } from '../../url/staff-parameters.ts'
import { inboxQuery } from './inbox-query.ts'

type Page = z.infer<typeof listStaffReports.reply>
export type BulkAction = z.infer<typeof actOnReports.body>['action']
export type BulkResult = z.infer<typeof actOnReports.reply>['results'][number]

const PATH = '/api/staff/reports'

/** The list of reports, and what is selected of it. */
export class Inbox {
  readonly asked = new Resource<Page>()
  readonly selected = new SvelteSet<string>()
  readonly reports = $derived(this.asked.value?.reports ?? [])
  readonly total = $derived(this.asked.value?.total ?? 0)
  readonly chosen = $derived(this.reports.filter(({ id }) => this.selected.has(id)))
  /** A page that is being added. */
  addsMore = $state(false)
  /** Why a further page could not be added; what was shown stays. */
  moreError = $state.raw<unknown>()
  readonly #client: Client
  #values: StaffValues = {}
  #pages = 1
  /** How often it was read, and which reading is shown: an earlier one that comes later shows nothing. */
  #readings = 0
  #shown = 0

  constructor(client: Client) {
    this.#client = client
  }

  /** Asks for what the address describes; another description is another list. */
  load(values: StaffValues) {
    this.#values = values
    this.#pages = 1
    this.moreError = undefined
    this.selected.clear()
    return this.asked.load((signal) => this.#read(signal), JSON.stringify(inboxQuery(values)))
  }

  /** Reads again what is shown, and leaves it where that fails. False: to be tried again. */
  refresh(): Promise<boolean> {
    return answered(this.#readAgain())
  }

  /** Adds a page; somebody asked for it, so that a failure is told, and asking again asks for the same page. */
  async more() {
    const about = this.#values
    this.addsMore = true
    this.moreError = undefined
    this.#pages += 1
    try {
      await this.#readAgain()
    } catch (error) {
      if (about === this.#values) {
        this.#pages -= 1
        this.moreError = error
      }
    }
    this.addsMore = false
  }

  toggle(id: string) {
    if (!this.selected.delete(id)) this.selected.add(id)
  }

  selectAll() {
    const all = this.reports.every(({ id }) => this.selected.has(id))
    for (const { id } of this.reports) {
      if (all) this.selected.delete(id)
      else this.selected.add(id)
    }
  }

  /** Does one thing with each of the selected; what is done is unselected. */
  async actOnSelected(action: BulkAction): Promise<BulkResult[]> {
    const reports = this.chosen.map(({ id, version }) => ({ id, version }))
    const sending = { method: 'POST', body: { reports, action } } as const
    const { results } = await this.#client.send<typeof actOnReports>(`${PATH}/bulk`, sending)
    for (const { id, status } of results) if (status === 200) this.selected.delete(id)
    await this.refresh()
    return results
  }

  async #readAgain() {
    if (this.asked.loading) return
    const about = this.#values
    const reading = ++this.#readings
    const page = await this.#read(new AbortController().signal)
    if (about !== this.#values || this.asked.loading || reading < this.#shown) return
    this.#shown = reading
    this.asked.value = page
    for (const id of [...this.selected])
      if (page.reports.every((report) => report.id !== id)) this.selected.delete(id)
  }

  async #read(signal: AbortSignal): Promise<Page> {
    const reports: StaffReport[] = []
    let page: Page | undefined
    for (let count = 0; count < this.#pages && page?.next !== null; count++) {
      const query = inboxQuery(this.#values, page?.next)
      page = await this.#client.get<typeof listStaffReports>(PATH, query, { signal })
      reports.push(...page.reports)
    }
    return { reports, next: page?.next ?? null, total: page?.total ?? 0 }
  }
}
