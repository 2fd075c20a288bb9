import type { Queryable } from '../db/pool.ts'
import { DEFAULT_LIMITS, type QualityLimits } from './contract.ts'

/** A commune's limits; version 0: the program's own. */
export async function findLimits(db: Queryable, commune: string) {
  const { rows } = await db.query<{ limits: Partial<QualityLimits>; version: number }>(
    'select limits, version from quality_limit where commune_code = $1',
    [commune]
  )
  return { limits: { ...DEFAULT_LIMITS, ...rows[0]?.limits }, version: rows[0]?.version ?? 0 }
}

/** Sets a commune's limits where they have the version; false: they have another one. */
export async function saveLimits(db: Queryable, commune: string, version: number, limits: QualityLimits) {
  const sql =
    version === 0
      ? 'insert into quality_limit (commune_code, limits, version) values ($1, $3, $2 + 1) on conflict do nothing'
      : 'update quality_limit set limits = $3, version = version + 1 where commune_code = $1 and version = $2'
  const { rowCount } = await db.query(sql, [commune, version, JSON.stringify(limits)])
  return rowCount === 1
}
