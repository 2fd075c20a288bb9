import type { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import type { Finding, QualityLimits } from './contract.ts'
import { communeOf, look, type Maker, type QualityDesk } from './desk.ts'
import { checksOf, isAccepted } from './judged.ts'
import { findLimits } from './limit-queries.ts'
import type { QualityRound, RoundRecord, startRound } from './round-contract.ts'
import {
  endRound,
  findRound,
  findRoundLimits,
  findSnapshot,
  holdRound,
  insertRound,
  keepSnapshot,
  type RoundFinding
} from './round-queries.ts'
import { compareSnapshots } from './round-record.ts'

const NONE = {
  vi: 'Không có đợt làm sạch dữ liệu này trong xã của ông/bà.',
  en: 'Your commune has no such cleaning round.'
}
const UNDER_WAY = {
  vi: 'Xã đang có một đợt làm sạch dữ liệu chưa kết thúc. Hãy kết thúc đợt ấy trước.',
  en: 'A cleaning round of the commune is under way. Close that one first.'
}
const WRONG_DAYS = {
  vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
  en: 'The last day must not come before the first.'
}
const CLOSED = {
  vi: 'Đợt này đã kết thúc nên không thay đổi được nữa.',
  en: 'This round is closed and does not change any more.'
}

/** A round of the asker's commune. Throws 404. */
export async function requireRound(db: Queryable, { actor }: Pick<Maker, 'actor'>, id: number) {
  const round = await findRound(db, id)
  if (!round || (actor.communeCode !== null && round.communeCode !== actor.communeCode))
    throw new HttpError(404, NONE)
  return round
}

function asKept(one: Finding): RoundFinding {
  const accepted = isAccepted(one) ? one.case.accepted : null
  return {
    key: one.key,
    kind: one.kind,
    accepted: accepted !== null,
    vi: one.text.vi,
    en: one.text.en,
    reason: accepted?.reason ?? null,
    on: accepted?.on ?? null,
    by: accepted?.by ?? null,
    geometry: one.kind === 'gap' ? JSON.stringify(one.geometry) : null
  }
}

/** What a round finds now. Hidden places are told to nobody, so that who looks makes no difference. */
async function snapshotNow(desk: QualityDesk, db: Queryable, commune: string, limits: QualityLimits) {
  const { findings, reasons } = await look(desk, db, { commune, hidden: false, limits })
  return { checks: checksOf(findings, reasons), findings: findings.map(asKept) }
}

async function readBack(db: Queryable, id: number): Promise<QualityRound> {
  const round = await findRound(db, id)
  if (!round) throw new Error(`Round ${id} is gone`)
  return round
}

const about = ({ id, communeCode }: QualityRound) => ({
  subject: 'quality_round',
  subjectId: id,
  communeCode
})

/** Begins a round with what is found now. Throws 403, 409 (one is under way), 422. */
export async function beginRound(
  desk: QualityDesk,
  maker: Maker,
  { commune: asked, name, from, to, task }: z.infer<typeof startRound.body>
): Promise<QualityRound> {
  const commune = communeOf(maker.actor, asked)
  if (to < from) throw new HttpError(422, WRONG_DAYS)
  return inTransaction(desk.db, async (db) => {
    const { limits } = await findLimits(db, commune)
    const fields = { name, from, to, task: task === '' ? null : task }
    const { accountId } = maker.actor
    const id = await insertRound(db, { commune, ...fields, limits, accountId })
    if (id === null) throw new HttpError(409, UNDER_WAY)
    await keepSnapshot(db, id, false, await snapshotNow(desk, db, commune, limits))
    const round = await readBack(db, id)
    const after = { ...fields, found: round.atStart }
    await desk.audit(db, { ...maker, action: 'quality.round_start', ...about(round), after })
    return round
  })
}

/** Closes a round with what is found now; `outdated`: changed meanwhile. Throws 404, 409 (it is closed). */
export async function finishRound(
  desk: QualityDesk,
  maker: Maker,
  { id, version }: { id: number; version: number },
  conclusion: string
): Promise<{ kind: 'done' | 'outdated'; now: QualityRound }> {
  const { communeCode } = await requireRound(desk.db, maker, id)
  return inTransaction(desk.db, async (db) => {
    const held = await holdRound(db, id)
    if (held?.version !== version) return { kind: 'outdated', now: await readBack(db, id) }
    if (held.closed) throw new HttpError(409, CLOSED)
    const limits = await findRoundLimits(db, id)
    await keepSnapshot(db, id, true, await snapshotNow(desk, db, communeCode, limits))
    await endRound(db, id, maker.actor.accountId, conclusion)
    const now = await readBack(db, id)
    const after = { name: now.name, atStart: now.atStart, atEnd: now.atEnd }
    await desk.audit(db, { ...maker, action: 'quality.round_close', ...about(now), after })
    return { kind: 'done', now }
  })
}

/** The record of a round; of one under way against what is found now. Throws 404. */
export async function recordOf(
  desk: QualityDesk,
  maker: Pick<Maker, 'actor'>,
  id: number
): Promise<RoundRecord> {
  const { db } = desk
  const round = await requireRound(db, maker, id)
  const limits = await findRoundLimits(db, id)
  const start = await findSnapshot(db, id, false)
  const end =
    round.closedAt === null
      ? await snapshotNow(desk, db, round.communeCode, limits)
      : await findSnapshot(db, id, true)
  return { round, limits, ...compareSnapshots(start, end) }
}
