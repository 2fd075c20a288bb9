import { QUALITY_KINDS, type QualityKind } from './contract.ts'
import type { RoundCount, RoundLine } from './round-contract.ts'
import type { RoundFinding, Snapshot } from './round-queries.ts'

function toLine({ key, kind, vi, en }: RoundFinding, end: RoundFinding | undefined): RoundLine {
  const { reason = null, on = null, by = null } = end ?? {}
  const accepted = reason === null || on === null || by === null ? null : { reason, on, by }
  return { key, kind, text: { vi, en }, accepted }
}

/** What two looks at the same things say of what was done in between. */
export function compareSnapshots(start: Snapshot, end: Snapshot) {
  const checkOf = ({ checks }: Snapshot, kind: QualityKind) => checks.find((one) => one.kind === kind)
  // What could not be looked at is neither gone nor new.
  const isKnown = (kind: QualityKind) =>
    [start, end].every((snapshot) => (checkOf(snapshot, kind)?.reason ?? null) === null)
  const [before, after] = [start, end].map(
    ({ findings }) => new Map(findings.filter(({ kind }) => isKnown(kind)).map((one) => [one.key, one]))
  )
  const was = [...(before?.values() ?? [])]
  const is = [...(after?.values() ?? [])]
  const mended = was.filter(({ key }) => !after?.has(key))
  // What was accepted before the round is told with its reason, which rounds closed earlier did not keep.
  const accepted = was.filter((one) => {
    const last = after?.get(one.key)
    return last?.accepted && (!one.accepted || (last.reason ?? null) !== null)
  })
  const remaining = is.filter((one) => !one.accepted && before?.has(one.key))
  const added = is.filter(({ key }) => !before?.has(key))
  const counts = QUALITY_KINDS.map((kind): RoundCount => {
    const [first, last] = [checkOf(start, kind), checkOf(end, kind)]
    const of = (list: readonly RoundFinding[]) =>
      isKnown(kind) ? list.filter((one) => one.kind === kind).length : null
    return {
      kind,
      start: first?.found ?? null,
      startReason: first?.reason ?? null,
      end: last?.found ?? null,
      endReason: last?.reason ?? null,
      mended: of(mended),
      accepted: of(accepted),
      added: of(added)
    }
  })
  const [mendedLines, acceptedLines, remainingLines, addedLines] = [mended, accepted, remaining, added].map(
    (list) => list.map((one) => toLine(one, after?.get(one.key)))
  )
  return {
    counts,
    mended: mendedLines ?? [],
    accepted: acceptedLines ?? [],
    remaining: remainingLines ?? [],
    added: addedLines ?? []
  }
}
