import type { Queryable } from '../../db/pool.ts'
import type { Localized } from '../contract.ts'
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

/** Raw rows of an import. $1 import. */
const OWN = `select from village own where own.import_id = $1 and own.origin is null`

/** Provisional villages that an import ended on some days, other than by their code or as a new set of their commune. */
const ENDED = `
  select distinct v.code, v.name, v.import_id as "importId"
    from import i join village v on v.known_to = i.published_at and v.import_id <> i.id
   where i.id = $1 and v.provisional
     and not exists (${OWN} and own.code = v.code)
     and not exists (${OWN} and own.provisional and own.commune_code = v.commune_code)
   order by v.code`

/** Provisional villages still in force beside an import's boundaries, in the same commune on some of the same days. */
const LEFT = `
  select distinct v.code, v.name, v.import_id as "importId"
    from village v
   where v.known_to = 'infinity' and v.provisional and v.import_id <> $1
     and exists (${OWN} and not own.provisional and own.commune_code = v.commune_code
                    and daterange(own.valid_from, own.valid_to) && daterange(v.valid_from, v.valid_to))
   order by v.code`

interface Village {
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

const namesOf = (rows: readonly Village[]) => [...new Set(rows.map(({ code, name }) => `${name} (${code})`))]

const undosOf = (rows: readonly Village[]) =>
  [...new Set(rows.map(({ importId }) => importId))].map((id) => `npm run import -- undo ${id}`).join('; ')

/**
 * Refuses provisional villages for a commune whose villages have boundaries of their own on some of the same days: a cell
 * between centres must never take the place of a boundary.
 */
export async function requireNoRealVillages(db: Queryable, commune: string, { from, to }: Span) {
  const { rows } = await db.query<Village>(REAL_VILLAGES, [commune, from ?? null, to ?? null])
  if (rows.length === 0) return
  const villages = namesOf(rows)
  const undos = undosOf(rows)
  throw new ImportRefused({
    vi: `Xã ${commune} đã có ${villages.length} thôn có ranh giới thật: ${list(villages, (n) => ` và ${n} thôn khác`)}. Ranh giới tạm từ điểm trung tâm chỉ dành cho xã chưa có ranh giới thôn; chưa có gì thay đổi. Hãy giữ ranh giới thật và nạp phần sửa bằng npm run import -- villages TỆP; nếu ranh giới ấy sai, hãy gỡ lần nạp của nó trước: ${undos}`,
    en: `Commune ${commune} has ${villages.length} villages with boundaries of their own: ${list(villages, (n) => ` and ${n} more`)}. Provisional villages from centres are for a commune without village boundaries; nothing has changed. Keep the boundaries and import what is to be mended with npm run import -- villages FILE; if they are wrong, undo their import first: ${undos}`
  })
}

function endedNote(rows: readonly Village[]): Localized {
  const names = namesOf(rows)
  return {
    vi: `Tệp này thay cho ${names.length} thôn có ranh giới tạm, trong những ngày mà nó có hiệu lực: ${list(names, (n) => ` và ${n} thôn khác`)}. Gỡ lần nạp này thì các thôn ấy trở lại.`,
    en: `This file takes the place of ${names.length} provisional villages on the days for which it holds: ${list(names, (n) => ` and ${n} more`)}. They come back when this import is undone.`
  }
}

function leftNote(rows: readonly Village[]): Localized {
  const names = namesOf(rows)
  return {
    vi: `Trong xã còn ${names.length} thôn có ranh giới tạm, vì điểm bên trong của chúng không nằm trong ranh giới nào của tệp: ${list(names, (n) => ` và ${n} thôn khác`)}. Nơi chồng lên nhau, hộ thuộc về thôn có ranh giới thật. Hãy nạp nốt ranh giới thật của chúng; nếu chúng không còn, hãy gỡ lần nạp đã tạo ra chúng: ${undosOf(rows)}`,
    en: `The commune still has ${names.length} provisional villages, because the point inside them lies in none of the file's boundaries: ${list(names, (n) => ` and ${n} more`)}. Where they overlap, homes belong to the village with a boundary of its own. Import the boundaries that are missing; if these villages are gone, undo the import that made them: ${undosOf(rows)}`
  }
}

/** What is said of provisional villages after an import of villages: which it ended, which are left in its communes. */
export async function cellNotes(db: Queryable, importId: number): Promise<Localized[]> {
  const { rows: ended } = await db.query<Village>(ENDED, [importId])
  const { rows: left } = await db.query<Village>(LEFT, [importId])
  return [...(ended.length > 0 ? [endedNote(ended)] : []), ...(left.length > 0 ? [leftNote(left)] : [])]
}
