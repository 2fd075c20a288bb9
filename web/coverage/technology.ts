import type { MobileTechnology } from '../../server/coverage/contract.ts'

/** Whose maps an indicator is computed from; null when it is not one of mobile coverage. */
export function technologyOf(indicator: string): MobileTechnology | null {
  if (indicator.startsWith('mobile_5g')) return '5G'
  return indicator.startsWith('mobile_4g') ? '4G' : null
}
