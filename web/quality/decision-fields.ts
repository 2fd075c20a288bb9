import type { QualityCase } from '../../server/quality/contract.ts'

/**
 * A case as its form begins. A lapsed acceptance is no answer to what has grown since: its reason would accept that anew with
 * whatever else is saved.
 */
export const fieldsOf = ({ unit, person, accepted }: QualityCase) => ({
  unit: String(unit?.id ?? ''),
  person: String(person?.id ?? ''),
  reason: accepted && !accepted.lapsed ? accepted.reason : ''
})
