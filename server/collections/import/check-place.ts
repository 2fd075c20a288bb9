import type { Pool } from 'pg'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import {
  APART,
  ASSIGN_COMMUNES,
  HOMELESS,
  KNOWN_COMMUNES,
  LEAVE_OUT,
  MEETS_SPOKEN_FOR,
  NEAREST_SPOKEN_FOR,
  OUTSIDE_BOUNDS,
  STICKING_OUT,
  VIET_NAM
} from './place-sql.ts'
import { ImportRefused, type ImportRequest } from './request.ts'
import type { Staging } from './staging.ts'

/** Points farther out than this are refused, metres. */
export const FARTHEST_OUT_M = 1000

interface Away {
  row: number
  code: string
  name: string
  metres: number
}

/** Metres as kilometres, with a decimal comma (Vietnamese) or point; two decimals below 10 km, else one. */
export const km = (metres: number, comma = true) => {
  const text = (metres / 1000).toFixed(metres < 10_000 ? 2 : 1)
  return comma ? text.replace('.', ',') : text
}

const distance = ({ metres, name, code }: Away) => `${km(metres)} km, ${name} (${code})`

/** Refuses a commune code that the database does not know. */
export async function requireCommunes(db: Pool, codes: readonly string[], option: string) {
  const { rows } = await db.query<{ code: string }>(
    `select distinct code from commune where known_to = 'infinity' and code = any($1)`,
    [codes]
  )
  const known = new Set(rows.map(({ code }) => code))
  const unknown = codes.filter((code) => !known.has(code))
  if (unknown.length === 0) return
  throw new ImportRefused({
    vi: `${option}: chưa có xã mang mã ${unknown.join(', ')}. Hãy nạp ranh giới xã trước (npm run import -- communes TỆP), hoặc sửa mã.`,
    en: `${option}: no commune has the code ${unknown.join(', ')}. Import the communes first (npm run import -- communes FILE), or mend the code.`
  })
}

async function beyondBounds(db: Pool, staging: Staging) {
  const { west, south, east, north } = VIET_NAM
  const bounds = [west, south, east, north]
  const { rows } = await db.query<{ row: number; value: string }>(OUTSIDE_BOUNDS, [staging.id, ...bounds])
  return rows
}

async function checkBounds(db: Pool, staging: Staging) {
  const rows = await beyondBounds(db, staging)
  if (rows.length > 0 && rows.length === (await staging.counts()).good) throw new PlaceMiss(null)
  await staging.mark('outside_viet_nam', rows)
}

/** Nothing of the file lies where it should; the caller adds the zones that would fit. */
export class PlaceMiss extends Error {
  readonly nearest: Away | null
  /** The communes that it should meet; undefined: the one of the request, or any. */
  readonly communes: readonly string[] | undefined

  constructor(nearest: Away | null, communes?: readonly string[]) {
    super('The file does not meet the commune')
    this.nearest = nearest
    this.communes = communes
  }

  /** What was found, without what to do. */
  get finding(): Localized {
    const { nearest } = this
    if (!nearest)
      return {
        vi: 'Không hình nào trong tệp nằm trong phạm vi Việt Nam.',
        en: 'Nothing in the file lies within Viet Nam.'
      }
    if (this.communes)
      return {
        vi: `Không hình nào trong tệp chạm tới xã nêu ở --speaks-for; hình gần nhất cách ${nearest.name} (${nearest.code}) ${km(nearest.metres)} km.`,
        en: `Nothing in the file meets a commune of --speaks-for; the nearest feature is ${km(nearest.metres, false)} km from ${nearest.name} (${nearest.code}).`
      }
    return {
      vi: `Không hình nào trong tệp chạm tới xã; hình gần nhất cách ${nearest.name} (${nearest.code}) ${km(nearest.metres)} km.`,
      en: `Nothing in the file meets the commune; the nearest feature is ${km(nearest.metres, false)} km from ${nearest.name} (${nearest.code}).`
    }
  }
}

/** What was found of the rows that lie elsewhere. */
export interface Elsewhere {
  /** How many rows of an extract were left out; nothing is wrong with them. */
  leftOut: number
  /** The rows that are refused because they lie more than 1 km outside. */
  outliers: number[]
}

const NOWHERE_ELSE: Elsewhere = { leftOut: 0, outliers: [] }

async function markOutside(staging: Staging, rows: readonly Away[]) {
  const marks = rows.map((row) => ({ row: row.row, value: distance(row) }))
  await staging.mark('outside', marks)
}

async function checkCommunes(
  db: Pool,
  staging: Staging,
  collection: Collection,
  { commune: given, extract }: ImportRequest
): Promise<Elsewhere> {
  const commune = given ?? null
  const wide = collection.wide ?? false
  const { rows: apart } = await db.query<Away>(APART, [staging.id, commune])
  const nearest = apart.reduce<Away | null>(
    (best, row) => (best && best.metres <= row.metres ? best : row),
    null
  )
  const isFar = (nearest?.metres ?? 0) > (wide ? 0 : FARTHEST_OUT_M)
  if (isFar && apart.length === (await staging.counts()).good) throw new PlaceMiss(nearest)
  if (extract) {
    await db.query(LEAVE_OUT, [staging.id, apart.map(({ row }) => row)])
    return { leftOut: apart.length, outliers: [] }
  }
  if (wide) {
    await staging.mark('outside_viet_nam', await beyondBounds(db, staging))
    return NOWHERE_ELSE
  }
  const far = apart.filter((row) => row.metres > FARTHEST_OUT_M)
  await markOutside(staging, far)
  if (collection.geometry === 'Point') return { leftOut: 0, outliers: far.map(({ row }) => row) }
  const { rows: sticking } = await db.query<Away>(STICKING_OUT, [staging.id, commune, FARTHEST_OUT_M])
  await markOutside(staging, sticking)
  return { leftOut: 0, outliers: [...far, ...sticking].map(({ row }) => row) }
}

/** A delivery must meet one of the communes it speaks for, else it would say "no coverage" by a mistake of place. */
async function requireSpokenFor(db: Pool, staging: Staging, { speaksFor = [] }: ImportRequest) {
  if (speaksFor.length === 0 || (await staging.counts()).good === 0) return
  const { rows } = await db.query<{ shaped: number; meets: boolean }>(MEETS_SPOKEN_FOR, [
    staging.id,
    speaksFor
  ])
  if (!rows[0]?.shaped || rows[0].meets) return
  const { rows: nearest } = await db.query<Away>(NEAREST_SPOKEN_FOR, [staging.id, speaksFor])
  throw new PlaceMiss(nearest[0] ?? null, speaksFor)
}

/** Whether each row belongs to the known commune that holds it: the request names none and the rows are no communes. */
export const looksForCommunes = (collection: Collection, request: ImportRequest) =>
  collection.geometry !== null && !collection.communes && !request.anywhere && request.commune === undefined

/**
 * Checks where the staged rows lie and gives each its commune. Throws `PlaceMiss` when nothing of the file meets the
 * commune (those it speaks for, the known communes, Viet Nam); marks single rows that lie more than 1 km outside, or, in wide
 * collections, outside Viet Nam. Answers what lies elsewhere.
 */
export async function checkPlace(
  db: Pool,
  staging: Staging,
  collection: Collection,
  request: ImportRequest
): Promise<Elsewhere> {
  if (collection.geometry === null || request.anywhere) return NOWHERE_ELSE
  const commune = request.commune ?? null
  const { rows } = await db.query<{ shaped: number }>(KNOWN_COMMUNES, [commune])
  const isCommune = collection.communes ?? false
  if (isCommune || !rows[0]?.shaped) await checkBounds(db, staging)
  if (isCommune) return NOWHERE_ELSE
  if (commune === null) await requireSpokenFor(db, staging, request)
  if (commune === null && !staging.foundCommunes) await db.query(ASSIGN_COMMUNES, [staging.id])
  const elsewhere = rows[0]?.shaped ? await checkCommunes(db, staging, collection, request) : NOWHERE_ELSE
  if (collection.needsCommune && commune === null) {
    const homeless = await db.query<{ row: number; value: string | null }>(HOMELESS, [staging.id])
    await staging.mark('no_commune', homeless.rows)
  }
  return elsewhere
}
