import type { Queryable } from '../../db/pool.ts'
import { writtenDay } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { identifier } from './table-columns.ts'

/**
 * An import whose rows stay beside new ones, because these have no key; `from`: the first day of the new ones, where earlier
 * days have the import's alone.
 */
export interface EarlierImport {
  id: number
  title: string
  from: string | null
}

/** Of more imports than this, the latest ones, a report says only that there are some. */
const MOST = 10

/** `fresh`: the new rows' commune_code and valid_from. What somebody did by hand is no file that a file replaces. */
const besideSql = (table: string, fresh: string) => `
  with fresh as materialized (
    select commune_code, min(valid_from) as valid_from from (${fresh}) one group by 1
  )
  select i.id, i.title,
         (select min(fresh.valid_from)::text from fresh
          having min(fresh.valid_from) > (select min(t.valid_from) from ${identifier(table)} t
                                           where t.import_id = i.id and t.known_to = 'infinity')) as "from"
    from import i
   where i.id is distinct from $2::bigint and i.undone_at is null
     and not exists (select from place_edit e where e.import_id = i.id)
     and exists (select from ${identifier(table)} t join fresh on t.commune_code is not distinct from fresh.commune_code
                  where t.import_id = i.id and t.known_to = 'infinity')
   order by i.id desc limit ${MOST + 1}`

/** Earlier imports whose rows stay beside those of an import. */
export async function findBeside(db: Queryable, { table }: Collection, importId: number) {
  const fresh = `select commune_code, valid_from from ${identifier(table)} where import_id = $1`
  return (await db.query<EarlierImport>(besideSql(table, fresh), [importId, importId])).rows
}

/** Undone, an import is gone from the days before the new rows too: who compares days needs rows with a ref. */
const keepsPast = (from: string | null): Localized =>
  from === null
    ? { vi: '', en: '' }
    : {
        vi: ` (số liệu các ngày trước ${writtenDay(from)} sẽ mất theo; muốn giữ để so sánh thì gỡ cả hai lần nạp rồi nạp lại hai tệp với cột mã chung: --map ref=«tên cột»)`,
        en: ` (its figures before ${from} go with it; to keep them for comparison, undo both imports and import both files again with the column that names each thing: --map ref=«column»)`
      }

const besideNote = ({ id, title, from }: EarlierImport): Localized => ({
  vi: `Dữ liệu của lần nạp số ${id} («${title}») tại đây vẫn còn, vì các dòng không có mã (ref) để thay thế nhau. Nếu tệp này thay cho nó, hãy gỡ: npm run import -- undo ${id}${keepsPast(from).vi}`,
  en: `What import ${id} («${title}») brought here stays, because the rows have no ref by which to replace each other. If this file replaces it, undo it: npm run import -- undo ${id}${keepsPast(from).en}`
})

/** What is said once the rows are in: a sentence for each of the latest. */
export const besideNotes = (earlier: readonly EarlierImport[]): Localized[] => [
  ...earlier.slice(0, MOST).map(besideNote),
  ...(earlier.length > MOST ? [EARLIER_ONES] : [])
]

const named = ({ id, title }: EarlierImport) => `${id} («${title}»)`

const EARLIER_ONES: Localized = {
  vi: 'Dữ liệu của những lần nạp trước nữa tại đây cũng vẫn còn.',
  en: 'What earlier imports brought here stays as well.'
}
const AND_MORE: Localized = { vi: ' và các lần trước nữa', en: ' and earlier ones' }

function wouldStay(earlier: readonly EarlierImport[]): Localized {
  const shown = earlier.slice(0, MOST)
  const names = shown.map(named).join(', ')
  const more = earlier.length > MOST ? AND_MORE : { vi: '', en: '' }
  const undos = shown.map(({ id }) => `npm run import -- undo ${id}`).join('; ')
  return {
    vi: `Dữ liệu đã có tại đây của lần nạp số ${names}${more.vi} sẽ đứng cạnh các dòng của tệp này, vì các dòng không có mã (ref) để thay thế nhau. Nếu tệp này thay cho lần nạp nào, hãy gỡ lần ấy trước: ${undos}`,
    en: `What import ${names}${more.en} brought here would stand beside the rows of this file, because they have no ref by which to replace each other. Where this file replaces an import, undo that one first: ${undos}`
  }
}

/** What a try says of staged rows without a key: whose data would stay beside them. */
export async function wouldStayNotes(
  db: Queryable,
  { table }: Collection,
  stagingId: number,
  commune: string | undefined
): Promise<Localized[]> {
  const fresh = `
    select coalesce($3::text, commune_code) as commune_code, coalesce((fields->>'valid_from')::date, '-infinity') as valid_from
      from import_row where staging_id = $1 and problem is null`
  const values = [stagingId, null, commune ?? null]
  const { rows } = await db.query<EarlierImport>(besideSql(table, fresh), values)
  return rows.length === 0 ? [] : [wouldStay(rows)]
}
