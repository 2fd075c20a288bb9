import type { listColleagues, listUnits, Unit } from '../../../server/accounts/staff-contract.ts'
import type { listCategories, ReportCategory } from '../../../server/reports/contract.ts'
import type { listTemplates, Template } from '../../../server/reports/settings-contract.ts'
import type { z } from 'zod'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { keepTemplates, keptTemplates } from './kept-templates.ts'

export type Colleague = z.infer<typeof listColleagues.reply>['colleagues'][number]

/** What forms and filters choose from; read once. */
export class DeskData {
  /** Also those that ended: older reports have them. */
  readonly categories = new Resource<ReportCategory[]>()
  readonly units = new Resource<Unit[]>()
  readonly colleagues = new Resource<Colleague[]>()
  readonly templates = new Resource<Template[]>()
  readonly #client: Client
  readonly #accountId: number

  constructor(client: Client, accountId: number) {
    this.#client = client
    this.#accountId = accountId
  }

  /** The templates for answers; until they can be read, those that were read last on this device. */
  answerTemplates(): readonly Template[] {
    return this.templates.value ?? keptTemplates(this.#accountId) ?? []
  }

  /** `mayAssign`: whether the account may know to whom reports can be given; `mayAnswer`: whether it writes answers. */
  load(mayAssign: boolean, mayAnswer: boolean) {
    const ends = [
      this.categories.load(async (signal) => {
        const path = '/api/report-categories'
        const all = { all: 'true' }
        return (await this.#client.get<typeof listCategories>(path, all, { signal })).categories
      }),
      this.units.load(
        async (signal) => (await this.#client.get<typeof listUnits>('/api/staff/units', {}, { signal })).units
      )
    ]
    if (mayAssign) ends.push(this.#loadColleagues())
    if (mayAnswer) ends.push(this.#loadTemplates())
    return () => ends.forEach((end) => end())
  }

  /** The categories that a report may be given; `current` is what it has. */
  choices(current?: string): ReportCategory[] {
    return (this.categories.value ?? []).filter(({ code, offered }) => offered || code === current)
  }

  /** What could not be read is asked again. */
  retryFailed() {
    for (const one of [this.categories, this.units, this.colleagues, this.templates])
      if (one.error) one.retry()
  }

  #loadTemplates() {
    return this.templates.load(async (signal) => {
      const path = '/api/staff/templates'
      const { templates } = await this.#client.get<typeof listTemplates>(path, {}, { signal })
      keepTemplates(this.#accountId, templates)
      return templates
    })
  }

  #loadColleagues() {
    return this.colleagues.load(async (signal) => {
      const path = '/api/staff/colleagues'
      return (await this.#client.get<typeof listColleagues>(path, {}, { signal })).colleagues
    })
  }
}
