import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import { findCases } from './case-queries.ts'
import type { QualityLimits } from './contract.ts'
import { judge } from './judged.ts'
import { findLimits } from './limit-queries.ts'
import { lookAt } from './look.ts'
import type { Kept } from './record-sql.ts'

/** What the theme works with. */
export interface QualityDesk {
  db: Pool
  audit: Audit<Queryable>
  kept: readonly Kept[]
}

/** Who does something, and from which address. */
export interface Maker {
  actor: Actor
  from: string
}

const NO_COMMUNE = {
  vi: 'Hãy chọn xã cần kiểm tra dữ liệu.',
  en: 'Choose the commune whose data are to be looked at.'
}
const OTHER_COMMUNE = {
  vi: 'Ông/bà chỉ xem được chất lượng dữ liệu của xã mình.',
  en: 'You may only look at your own commune’s data.'
}

/** The commune asked for. Throws 422 where none is named, 403 for another's. */
export function communeOf({ communeCode }: Actor, asked: string | undefined): string {
  const commune = asked ?? communeCode
  if (commune === null) throw new HttpError(422, NO_COMMUNE)
  if (communeCode !== null && commune !== communeCode) throw new HttpError(403, OTHER_COMMUNE)
  return commune
}

/** Hidden places are for those who manage relics. */
export const seesHidden = ({ rights }: Actor) => rights.includes('relic.manage')

interface Wish {
  commune: string
  /** Whether hidden places are told; rounds never do, so that whoever closes one finds what whoever began it found. */
  hidden: boolean
  /** Default: the commune's own. */
  limits?: QualityLimits
}

/** A commune's findings as they are now, with what was decided about them. */
export async function look(
  { kept }: Pick<QualityDesk, 'kept'>,
  db: Queryable,
  { commune, hidden, limits }: Wish
) {
  const day = dayInVietnam()
  const used = limits ?? (await findLimits(db, commune)).limits
  const looked = await lookAt({ db, kept }, { commune, day, seesHidden: hidden }, used)
  const findings = judge(looked.found, await findCases(db, commune))
  return { day, name: looked.name ?? commune, findings, reasons: looked.reasons, limits: used }
}
