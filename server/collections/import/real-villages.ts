import type { Queryable } from '../../db/pool.ts'
import { ImportRefused } from './request.ts'

/** How many are named in a sentence; the rest are counted. */
const MOST_NAMED = 10

/** Villages with a boundary of their own on days of a span. $1 commune, $2 first day, $3 day after the last; null: without end. */
const REAL_VILLAGES = `
  select v.code, v.name, v.import_id as "importId"
    from village v
   where v.known_to = 'infinity' and v.commune_code = $1 and not v.provisional and v.geom is not null
     and daterange(v.valid_from, v.valid_to) && daterange(coalesce($2::date, '-infinity'), coalesce($3::date, 'infinity'))
   order by v.code, v.valid_from`

/** Codes of a commune's own manner that name another village than one of its provisional ones. $1 commune. */
const TAKEN_CODES = `
  select distinct code from village
   where known_to = 'infinity' and starts_with(code, $1 || '-') and (not provisional or commune_code <> $1)`

interface RealVillage {
  code: string
  name: string
  importId: number
}

/** The days that provisional villages are to hold: ISO days, half-open; without one it has no end on that side. */
export interface Span {
  from?: string | undefined
  to?: string | undefined
}

const list = (items: readonly string[], more: (count: number) => string) =>
  items.slice(0, MOST_NAMED).join('; ') + (items.length > MOST_NAMED ? more(items.length - MOST_NAMED) : '')

/**
 * Refuses provisional villages for a commune whose villages have boundaries of their own on some of the same days: a cell
 * between centres must never take the place of a boundary.
 */
export async function requireNoRealVillages(db: Queryable, commune: string, { from, to }: Span) {
  const { rows } = await db.query<RealVillage>(REAL_VILLAGES, [commune, from ?? null, to ?? null])
  if (rows.length === 0) return
  const villages = [...new Set(rows.map(({ code, name }) => `${name} (${code})`))]
  const undos = [...new Set(rows.map(({ importId }) => importId))].map((id) => `npm run import -- undo ${id}`)
  throw new ImportRefused({
    vi: `Xã ${commune} đã có ${villages.length} thôn có ranh giới thật: ${list(villages, (n) => ` và ${n} thôn khác`)}. Ranh giới tạm từ điểm giữa chỉ dành cho xã chưa có ranh giới thôn; chưa có gì thay đổi. Hãy giữ ranh giới thật và nạp phần sửa bằng npm run import -- villages TỆP; nếu ranh giới ấy sai, hãy gỡ lần nạp của nó trước: ${undos.join('; ')}`,
    en: `Commune ${commune} has ${villages.length} villages with boundaries of their own: ${list(villages, (n) => ` and ${n} more`)}. Provisional villages from centres are for a commune without village boundaries; nothing has changed. Keep the boundaries and import what is to be mended with npm run import -- villages FILE; if they are wrong, undo their import first: ${undos.join('; ')}`
  })
}

/** Codes that no new provisional village of the commune may be given: they name a real village or another commune's. */
export async function takenCodes(db: Queryable, commune: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(TAKEN_CODES, [commune])
  return rows.map(({ code }) => code)
}
