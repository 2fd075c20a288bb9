import type { z } from 'zod'
import { RIGHTS } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import {
  findAcceptance,
  findAssignees,
  findCase,
  holdCase,
  saveCase,
  type CaseFields
} from './case-queries.ts'
import type { decideFinding, Finding, QualityCase, QualityLimits } from './contract.ts'
import { communeOf, look, seesHidden, type Maker, type QualityDesk } from './desk.ts'
import { caseOf } from './judged.ts'
import { findLimits, saveLimits } from './limit-queries.ts'

const GONE = {
  vi: 'Lỗi này không còn trong dữ liệu: có thể người khác vừa sửa. Hãy tải lại danh sách.',
  en: 'This is no longer found: somebody may just have mended it. Load the list again.'
}
const NO_UNIT = {
  vi: 'Xã không có đơn vị này, đơn vị đã thôi hoạt động, hoặc không ai trong đơn vị mở được mục này. Hãy chọn đơn vị khác.',
  en: 'The commune has no such unit at work, or nobody in it may open this section. Choose another one.'
}
const NO_PERSON = {
  vi: 'Không giao được cho người này. Hãy chọn người khác có quyền sửa dữ liệu của xã.',
  en: 'It cannot be given to this person. Choose another one who may mend the commune’s data.'
}

/** Who may be given findings. */
export const assigneesOf = (db: Queryable, commune: string) =>
  findAssignees(db, commune, RIGHTS['quality.manage'])

type Decision = z.infer<typeof decideFinding.body>
type Done<T> = { kind: 'done' | 'outdated'; now: T }

async function requireAssignees(
  db: Queryable,
  commune: string,
  { unitId, accountId }: Decision,
  was: QualityCase
) {
  const { units, people } = await assigneesOf(db, commune)
  // Whoever has it already may keep it, though he could not be given it any more.
  const known = (list: readonly { id: number }[], id: number | null, own: number | undefined) =>
    id === null || id === own || list.some((one) => one.id === id)
  if (!known(units, unitId, was.unit?.id)) throw new HttpError(422, NO_UNIT)
  if (!known(people, accountId, was.person?.id)) throw new HttpError(422, NO_PERSON)
}

/** An acceptance with the same reason, which has not lapsed, stays as it was given. */
async function acceptanceOf(
  db: Queryable,
  { commune, maker: { actor } }: { commune: string; maker: Maker },
  finding: Finding,
  reason: string | null
): Promise<CaseFields['accepted']> {
  if (reason === null) return null
  const given = { reason, on: dayInVietnam(), by: actor.accountId, measure: finding.measure }
  const { accepted } = finding.case
  if (accepted?.reason !== reason || accepted.lapsed) return given
  return { ...given, ...(await findAcceptance(db, commune, finding.key)) }
}

const shown = ({ unit, person, accepted }: QualityCase) => ({
  unit: unit?.name ?? null,
  person: person?.name ?? null,
  accepted: accepted?.reason ?? null
})

/** Says who sees to a finding and whether it is accepted; `outdated`: decided otherwise meanwhile. Throws 403, 404, 422. */
export async function decide(
  desk: QualityDesk,
  maker: Maker,
  version: number,
  decision: Decision
): Promise<Done<QualityCase>> {
  const { actor } = maker
  const commune = communeOf(actor, decision.commune)
  const { key } = decision
  const { findings } = await look(desk, desk.db, { commune, hidden: seesHidden(actor) })
  const finding = findings.find((one) => one.key === key)
  if (!finding) throw new HttpError(404, GONE)
  return inTransaction(desk.db, async (db) => {
    if ((await holdCase(db, commune, key)) !== version)
      return { kind: 'outdated', now: caseOf(finding, await findCase(db, commune, key)) }
    await requireAssignees(db, commune, decision, finding.case)
    const { unitId, accountId } = decision
    const accepted = await acceptanceOf(db, { commune, maker }, finding, decision.accepted)
    const geometry = finding.kind === 'gap' ? JSON.stringify(finding.geometry) : null
    await saveCase(db, commune, key, { unitId, accountId, accepted, geometry })
    const now = caseOf(finding, await findCase(db, commune, key))
    const what = { before: shown(finding.case), after: shown(now) }
    await desk.audit(db, {
      ...maker,
      action: 'quality.decide',
      subject: 'quality',
      subjectId: key.slice(0, 100),
      communeCode: commune,
      ...what
    })
    return { kind: 'done', now }
  })
}

/** Sets a commune's limits; `outdated`: set otherwise meanwhile. */
export async function setLimits(
  desk: QualityDesk,
  maker: Maker,
  version: number,
  { commune: asked, limits }: { commune?: string | undefined; limits: QualityLimits }
): Promise<Done<Awaited<ReturnType<typeof findLimits>>>> {
  const commune = communeOf(maker.actor, asked)
  return inTransaction(desk.db, async (db) => {
    const before = await findLimits(db, commune)
    if (!(await saveLimits(db, commune, version, limits)))
      return { kind: 'outdated', now: await findLimits(db, commune) }
    const now = await findLimits(db, commune)
    const what = { before: before.limits, after: now.limits }
    await desk.audit(db, {
      ...maker,
      action: 'quality.limits',
      subject: 'quality',
      subjectId: commune,
      communeCode: commune,
      ...what
    })
    return { kind: 'done', now }
  })
}
