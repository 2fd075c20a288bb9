import type { Calculator } from '../figures/draft.ts'
import { fixedCalculators } from './fixed.ts'
import { populationCalculator } from './population.ts'
import { residentialCalculator } from './residential.ts'

/** The indicators that come from maps and household points. */
export const coverageCalculators: readonly Calculator[] = [
  populationCalculator('mobile_5g_population', '5G'),
  populationCalculator('mobile_4g_population', '4G'),
  residentialCalculator('mobile_5g_residential', '5G'),
  ...fixedCalculators
]
