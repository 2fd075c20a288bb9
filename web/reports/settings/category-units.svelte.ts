import type { listUnits, Unit } from '../../../server/accounts/staff-contract.ts'
import type { listCategories, ReportCategory } from '../../../server/reports/contract.ts'
import type { listCategoryUnits, setCategoryUnit } from '../../../server/reports/settings-contract.ts'
import type { z } from 'zod'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { OutdatedError } from '../../http/send-json.ts'

type Answer = z.infer<typeof setCategoryUnit.reply>
interface Table {
  categories: ReportCategory[]
  units: Unit[]
  /** The unit's number by the category's code. */
  goesTo: ReadonlyMap<string, number>
}

const byCategory = ({ units }: Answer) => new Map(units.map(({ category, unitId }) => [category, unitId]))

/** Which unit of a commune receives which category. */
export class CategoryUnits {
  readonly table = new Resource<Table>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load(commune: string) {
    const client = this.#client
    return this.table.load(async (signal) => {
      const [{ categories }, { units }, goesTo] = await Promise.all([
        client.get<typeof listCategories>('/api/report-categories', {}, { signal }),
        client.get<typeof listUnits>('/api/staff/units', { commune }, { signal }),
        client.get<typeof listCategoryUnits>('/api/staff/category-units', { commune }, { signal })
      ])
      return { categories, units, goesTo: byCategory(goesTo) }
    }, commune)
  }

  /** Sends a category elsewhere (null: nowhere); false: somebody else has just done so, and nothing was changed. */
  async send(commune: string, category: string, unitId: number | null): Promise<boolean> {
    const version = this.table.value?.goesTo.get(category) ?? 0
    const sending = { method: 'PUT', body: { commune, category, unitId }, version } as const
    try {
      this.#take(await this.#client.send<typeof setCategoryUnit>('/api/staff/category-units', sending))
      return true
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error
      this.#take(error.current as Answer) // the body of a 412 is the list
      return false
    }
  }

  #take(answer: Answer) {
    if (this.table.value) this.table.value = { ...this.table.value, goesTo: byCategory(answer) }
  }
}
