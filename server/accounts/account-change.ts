import type { Queryable } from '../db/pool.ts'
import type { Bilingual } from '../http/language.ts'
import { isCommune, type AccountChange, type AccountState } from './account-queries.ts'
import type { Actor } from './contract.ts'
import { findUnit } from './unit-queries.ts'

const NO_UNIT: Bilingual = {
  vi: 'Cán bộ xử lý phải thuộc một đơn vị. Hãy chọn đơn vị trong danh sách.',
  en: 'An officer belongs to a unit. Choose one of the list.'
}
const UNKNOWN_UNIT: Bilingual = {
  vi: 'Không có đơn vị này, hoặc đơn vị đã ngừng hoạt động. Hãy chọn đơn vị khác.',
  en: 'There is no such unit, or it has ended. Choose another.'
}
const OTHER_COMMUNE: Bilingual = {
  vi: 'Đơn vị này thuộc xã khác với xã của tài khoản. Hãy chọn đơn vị của cùng xã.',
  en: 'The unit belongs to another commune than the account. Choose a unit of the same commune.'
}
const unknownCommune = (code: string): Bilingual => ({
  vi: `Hệ thống chưa có xã mang mã ${code}. Hãy nạp địa giới của xã trước, hoặc bỏ trống mã xã.`,
  en: `There is no commune ${code} here. Import its boundary first, or leave the commune empty.`
})

const communeComplaint = async (db: Queryable, code: string) =>
  (await isCommune(db, code)) ? undefined : unknownCommune(code)

/** Whether an actor manages what belongs to a commune; null: what belongs to all. */
export const manages = (actor: Pick<Actor, 'communeCode'>, communeCode: string | null): boolean =>
  actor.communeCode === null || actor.communeCode === communeCode

/** What a state becomes by a change. A unit brings its commune with it, where none is named. */
export function changed(before: AccountState, change: AccountChange): AccountState {
  const { name = before.name, role = before.role, disabled = before.disabled } = change
  const { unitId = before.unitId } = change
  const movesToUnit = change.unitId != null && change.unitId !== before.unitId
  const { communeCode = movesToUnit ? null : before.communeCode } = change
  return { name, role, communeCode, unitId, disabled }
}

/**
 * An account's state made whole (an account of a unit is within the unit's commune), or the sentence that says why it
 * cannot be.
 */
export async function settleState<S extends Pick<AccountState, 'role' | 'communeCode' | 'unitId'>>(
  db: Queryable,
  state: S
): Promise<{ state: S } | { complaint: Bilingual }> {
  if (state.role === 'officer' && state.unitId === null) return { complaint: NO_UNIT }
  if (state.unitId !== null) {
    const unit = await findUnit(db, state.unitId)
    if (!unit || unit.endedAt !== null) return { complaint: UNKNOWN_UNIT }
    if (state.communeCode !== null && state.communeCode !== unit.communeCode)
      return { complaint: (await communeComplaint(db, state.communeCode)) ?? OTHER_COMMUNE }
    return { state: { ...state, communeCode: unit.communeCode } }
  }
  const complaint = state.communeCode === null ? undefined : await communeComplaint(db, state.communeCode)
  return complaint ? { complaint } : { state }
}
