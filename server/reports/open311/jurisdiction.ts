import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import { isCommune } from './request-queries.ts'

/** Throws 404 where a jurisdiction is named that is no commune of this installation; undefined: all are meant. */
export async function requireJurisdiction(db: Queryable, code: string | undefined) {
  if (code === undefined || (await isCommune(db, code))) return
  throw new HttpError(404, {
    vi: `Không có xã mang mã jurisdiction_id «${code.slice(0, 50)}» ở đây.`,
    en: `There is no commune of jurisdiction_id “${code.slice(0, 50)}” here.`
  })
}
