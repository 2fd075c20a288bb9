import { inTransaction } from '../db/transaction.ts'
import { manages } from './account-change.ts'
import type { AccountDesk, Refusal } from './account-desk.ts'
import type { Actor } from './contract.ts'
import type { Unit } from './staff-contract.ts'
import { countMembers, createUnit, findUnit, saveUnit } from './unit-queries.ts'

const ELSEWHERE: Refusal = {
  refused: 403,
  detail: {
    vi: 'Ông/bà chỉ lập được đơn vị trong xã của mình. Hãy chọn đúng xã.',
    en: 'You create units in your own commune only. Choose that commune.'
  }
}
const NO_UNIT: Refusal = {
  refused: 404,
  detail: {
    vi: 'Không có đơn vị này trong phạm vi ông/bà quản lý.',
    en: 'There is no such unit among those that you manage.'
  }
}
const TAKEN: Refusal = {
  refused: 409,
  detail: {
    vi: 'Xã đã có đơn vị mang tên này. Hãy đặt tên khác.',
    en: 'The commune has a unit of this name. Choose another.'
  }
}
const HAS_MEMBERS: Refusal = {
  refused: 409,
  detail: {
    vi: 'Đơn vị còn tài khoản đang dùng nên chưa thể ngừng. Hãy chuyển các tài khoản sang đơn vị khác trước.',
    en: 'People still belong to the unit, so it cannot end yet. Move their accounts first.'
  }
}

/** An administrator and the address from which he asks. */
interface Asker {
  actor: Actor
  from: string
}

/** Creates a unit of a commune. */
export async function openUnit(
  { db, audit }: AccountDesk,
  asker: Asker,
  communeCode: string,
  name: string
): Promise<{ unit: Unit } | Refusal> {
  if (!manages(asker.actor, communeCode)) return ELSEWHERE
  return inTransaction(db, async (client) => {
    const unit = await createUnit(client, communeCode, name)
    if (!unit) return TAKEN
    const what = { subject: 'unit', subjectId: unit.id, communeCode, after: { name } }
    await audit(client, { ...asker, action: 'unit.create', ...what })
    return { unit }
  })
}

/** Renames a unit, ends it, or takes it up again. */
export async function alterUnit(
  { db, audit }: AccountDesk,
  asker: Asker,
  id: number,
  change: { name?: string | undefined; ended?: boolean | undefined }
): Promise<{ unit: Unit } | Refusal> {
  return inTransaction(db, async (client) => {
    const old = await findUnit(client, id)
    if (!old || !manages(asker.actor, old.communeCode)) return NO_UNIT
    const before = { name: old.name, ended: old.endedAt !== null }
    const { name = before.name, ended = before.ended } = change
    if (ended && !before.ended && (await countMembers(client, id)) > 0) return HAS_MEMBERS
    const unit = await saveUnit(client, id, name, ended)
    if (!unit) return TAKEN
    const what = { communeCode: old.communeCode, before, after: { name, ended } }
    await audit(client, { ...asker, action: 'unit.change', subject: 'unit', subjectId: id, ...what })
    return { unit }
  })
}
