import type { Localized } from '../../../server/collections/contract.ts'
import type { PublicReport } from '../../../server/reports/contract.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { outcomeOf } from './outcomes.ts'

/** The public reports of the commune, and which of them are shown. */
export class ShownReports {
  readonly reports = new Resource<PublicReport[]>()
  readonly categories = new Resource<ReadonlyMap<string, Localized>>()
  /** Empty: all. */
  category = $state('')
  outcome = $state('')

  readonly shown: readonly PublicReport[] = $derived.by(() =>
    (this.reports.value ?? []).filter(
      ({ category, state }) =>
        (this.category === '' || category === this.category) &&
        (this.outcome === '' || outcomeOf(state) === this.outcome)
    )
  )
}
