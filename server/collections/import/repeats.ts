import type { Pool } from 'pg'
import { dayInVietnam } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { LIKENESS_WORDS } from '../likeness.ts'
import { findRepeats, type KnownPlace, type Repeat, type RowPlace } from './find-repeats.ts'
import { knownPlaces, stagedPlaces, type NamedCollection } from './repeats-sql.ts'
import type { ImportRequest, RowNote } from './request.ts'
import type { Staging } from './staging.ts'

/** Of larger files rows are not compared: their names would fill the memory. */
const MOST_COMPARED = 100_000

/** Whether its things are places that people keep one by one, told by their names. Villages are told by their codes alone. */
const isCompared = (collection: Collection): collection is NamedCollection =>
  collection.managedBy !== undefined &&
  collection.label !== undefined &&
  collection.geometry !== null &&
  collection.key.includes('commune_code')

/** What is found: rows with what they may be, and what is to be said of the file as a whole. */
interface Repeats {
  repeats: RowNote[]
  notes: Localized[]
}

const NOT_COMPARED: Localized = {
  vi: `Tệp có quá nhiều dòng hoặc nằm ở nơi có quá nhiều địa điểm (trên ${MOST_COMPARED.toLocaleString('vi-VN')}) nên chưa so từng dòng xem có trùng với địa điểm nào không.`,
  en: `The file has too many rows, or lies where there are too many places (above ${MOST_COMPARED.toLocaleString('en-GB')}), so its rows were not compared for places that are there twice.`
}

const quoted = (label: string): Localized =>
  label === '' ? { vi: 'không tên', en: 'without a name' } : { vi: `«${label}»`, en: `“${label}”` }

function other(of: RowPlace | KnownPlace): Localized {
  const name = quoted(of.label)
  if ('row' in of)
    return {
      vi: `dòng ${of.row} của chính tệp này (${name.vi})`,
      en: `row ${of.row} of this file (${name.en})`
    }
  const ref =
    of.ref === null || of.ref === of.label
      ? { vi: '', en: '' }
      : { vi: ` (mã ${of.ref})`, en: ` (id ${of.ref})` }
  return {
    vi: `địa điểm đã có ${name.vi}${ref.vi}`,
    en: `the place ${name.en}${ref.en} that is there already`
  }
}

/** One row's sentence: what it may be, how far away that is, and why. */
function told({ row, of, metres, likeness }: Repeat): RowNote {
  const [name, what, why, far] = [quoted(row.label), other(of), LIKENESS_WORDS[likeness], Math.round(metres)]
  return {
    row: row.row,
    about: {
      vi: `${name.vi} có thể là ${what.vi}: cách ${far} m, ${why.vi}.`,
      en: `${name.en} may be ${what.en}: ${far} m apart, with ${why.en}.`
    }
  }
}

/**
 * Rows that would be new places though they may be one that is there, or an earlier row of the file: two of like names within
 * `MAY_BE_ONE_M`. Nothing is refused: two things may share a name.
 */
export async function repeatsOf(
  db: Pool,
  { id }: Staging,
  collection: Collection,
  { commune, comparesPlaces = false }: ImportRequest
): Promise<Repeats> {
  if (!comparesPlaces || !isCompared(collection)) return { repeats: [], notes: [] }
  const values = [id, commune ?? null, dayInVietnam(), MOST_COMPARED + 1]
  const { rows } = await db.query<RowPlace>(stagedPlaces(collection), values)
  if (rows.length === 0) return { repeats: [], notes: [] }
  if (rows.length > MOST_COMPARED) return { repeats: [], notes: [NOT_COMPARED] }
  const { rows: known } = await db.query<KnownPlace>(knownPlaces(collection), values)
  if (known.length > MOST_COMPARED) return { repeats: [], notes: [NOT_COMPARED] }
  return { repeats: (await findRepeats(rows, known)).map(told), notes: [] }
}
