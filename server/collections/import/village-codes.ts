import type { Queryable } from '../../db/pool.ts'
import type { FeatureRow } from './request.ts'
import { bareWord } from './words.ts'

/** Codes of a commune's own manner that name another village than one of its provisional ones. $1 commune. */
const TAKEN_CODES = `
  select distinct code from village
   where known_to = 'infinity' and starts_with(code, $1 || '-') and (not provisional or commune_code <> $1)`

/** The commune's provisional villages so far, of any days. $1 commune. */
const PROVISIONAL_CODES = `
  select distinct on (code) code, name from village
   where known_to = 'infinity' and provisional and commune_code = $1 order by code, valid_from desc`

interface CodeColumns {
  code: string | undefined
  name: string | undefined
}

const textOf = (row: FeatureRow, column: string | undefined) =>
  String(column === undefined ? '' : (row.properties[column] ?? '')).trim()

/** Numbers codes in the commune's manner, 08935-01, 08935-02 …, leaving out those that are taken. */
function numbering(commune: string, taken: ReadonlySet<string>) {
  let next = 0
  return () => {
    let code: string
    do code = `${commune}-${String(++next).padStart(2, '0')}`
    while (taken.has(code))
    return code
  }
}

/** Codes that no new provisional village of the commune may be given: they name a real village or another commune's. */
async function takenCodes(db: Queryable, commune: string): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(TAKEN_CODES, [commune])
  return rows.map(({ code }) => code)
}

/**
 * The rows with a code each: their own, else that of the commune's provisional village of the same name, else a new one
 * that no village has had: what is told of a code at two days must be told of one village.
 */
export async function withCodes(
  db: Queryable,
  commune: string,
  rows: readonly FeatureRow[],
  columns: CodeColumns
): Promise<FeatureRow[]> {
  const { rows: earlier } = await db.query<{ code: string; name: string }>(PROVISIONAL_CODES, [commune])
  const own = rows.map((row) => textOf(row, columns.code))
  const taken = new Set([...(await takenCodes(db, commune)), ...earlier.map(({ code }) => code), ...own])
  const fresh = numbering(commune, taken)
  const free = earlier.filter(({ code }) => !own.includes(code))
  const known = (row: FeatureRow) => {
    const place = free.findIndex(({ name }) => bareWord(name) === bareWord(textOf(row, columns.name)))
    return place < 0 ? undefined : free.splice(place, 1)[0]?.code
  }
  return rows.map((row, index) => {
    const code = own[index] || known(row) || fresh()
    return { ...row, properties: { ...row.properties, code } }
  })
}
