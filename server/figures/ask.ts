import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import type { Ask } from './draft.ts'
import { findGround } from './ground.ts'
import { findExpectedOperators, findLiveMaps } from './maps.ts'
import { findRankedAreas } from './members.ts'
import type { Moment } from './moment.ts'

const DEFAULT_CHECKED_DAYS = 90
const DEFAULT_FAST_MBPS = 100

const unknownCommune = (code: string, { asOf }: Moment) =>
  new HttpError(404, {
    vi: `Chưa có dữ liệu về xã mã «${code}» tại ngày ${asOf}. Hãy kiểm tra mã xã trong danh sách /api/communes, hoặc nạp ranh giới xã.`,
    en: `Nothing is known of a commune ${code} as of ${asOf}. Check the code in /api/communes, or import its boundary.`
  })

interface Options {
  days?: number | undefined
  mbps?: number | undefined
}

/**
 * Gathers what every indicator needs of one commune, or (null) of all. Throws 404 for a commune that does not exist then.
 */
export async function askAbout(
  db: Queryable,
  code: string | null,
  moment: Moment,
  { days, mbps }: Options = {}
): Promise<Ask> {
  const grounds = await findGround(db, code === null ? null : [code], moment)
  if (code !== null && grounds.length === 0) throw unknownCommune(code, moment)
  const codes = grounds.map((ground) => ground.code)
  const [areas, maps, expected] = await Promise.all([
    findRankedAreas(db, grounds, moment),
    findLiveMaps(db, codes, moment),
    findExpectedOperators(db, codes, moment)
  ])
  const checkedWithinDays = days ?? DEFAULT_CHECKED_DAYS
  return {
    db,
    moment,
    grounds,
    areas,
    maps,
    expected,
    checkedWithinDays,
    fastMbps: mbps ?? DEFAULT_FAST_MBPS
  }
}
