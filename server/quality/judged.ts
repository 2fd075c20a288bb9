import type { KeptCase } from './case-queries.ts'
import {
  QUALITY_KINDS,
  type Finding,
  type FindingFilters,
  type QualityCase,
  type QualityCheck
} from './contract.ts'
import type { Found } from './found.ts'
import type { Looked } from './look.ts'

/** What was accepted may grow by so much before it is told again. */
const GROWTH = 1.1

/** What grows by itself is not looked at again for it: months go by, and nearness says nothing. */
const MAY_LAPSE: readonly string[] = ['overlap', 'gap', 'reach', 'outside', 'missing', 'sums']

const lapsed = ({ kind, measure }: Found, was: number | null) =>
  MAY_LAPSE.includes(kind) && measure !== null && was !== null && measure > was * GROWTH

/** What was decided about a finding as it is now. */
export function caseOf(found: Found, kept: KeptCase | undefined): QualityCase {
  if (!kept) return { version: 0, unit: null, person: null, accepted: null }
  const { version, unit, person, reason, on, by } = kept
  const accepted =
    reason === null
      ? null
      : { reason, on: on ?? '', by: by ?? '', lapsed: lapsed(found, kept.acceptedMeasure) }
  return { version, unit, person, accepted }
}

/** Whether a finding is accepted as it is now. */
export const isAccepted = ({ case: { accepted } }: Pick<Finding, 'case'>) =>
  accepted !== null && !accepted.lapsed

/** Findings with what was decided about them. */
export const judge = (found: readonly Found[], cases: ReadonlyMap<string, KeptCase>): Finding[] =>
  found.map((one) => ({ ...one, case: caseOf(one, cases.get(one.key)) }))

/** What came of each kind that was looked for. */
export const checksOf = (findings: readonly Finding[], reasons: Looked['reasons']): QualityCheck[] =>
  QUALITY_KINDS.map((kind) => {
    const reason = reasons[kind]
    if (reason !== undefined) return { kind, found: null, accepted: null, reason }
    const own = findings.filter((one) => one.kind === kind)
    return { kind, found: own.length, accepted: own.filter(isAccepted).length, reason: null }
  })

/** Whose eyes `mine` means. */
interface Reader {
  accountId: number
  unitId: number | null
}

const isFree = ({ case: { unit, person } }: Finding) => unit === null && person === null

const STATES: Record<NonNullable<FindingFilters['state']>, (finding: Finding) => boolean> = {
  open: (finding) => !isAccepted(finding),
  free: (finding) => !isAccepted(finding) && isFree(finding),
  assigned: (finding) => !isAccepted(finding) && !isFree(finding),
  accepted: isAccepted
}

/** The findings that filters hold. */
export const filtered = (
  findings: readonly Finding[],
  { kind, collection, state, unit, mine }: FindingFilters,
  reader: Reader
): Finding[] =>
  findings.filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (collection === undefined || one.collection === collection) &&
      (state === undefined || STATES[state](one)) &&
      (unit === undefined || one.case.unit?.id === unit) &&
      (mine === undefined ||
        one.case.person?.id === reader.accountId ||
        (reader.unitId !== null && one.case.unit?.id === reader.unitId))
  )
