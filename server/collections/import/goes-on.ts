import type { Queryable } from '../../db/pool.ts'
import { writtenDay } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { identifier } from './table-columns.ts'

/** How many are named in a sentence; the rest are counted. */
const MOST_NAMED = 10

/** What earlier imports still hold from the day on which rows of this one end, of the same keys. $1 import. */
const goesOn = ({ table, key }: Collection) => `
  select i.id, i.title, t.valid_from::text as "from", array_agg(distinct t.code) as codes
    from ${identifier(table)} n
    join ${identifier(table)} t on ${key.map((name) => `t.${identifier(name)} = n.${identifier(name)}`).join(' and ')}
     and t.valid_from = n.valid_to
    join import i on i.id = t.import_id
   where n.import_id = $1 and n.origin is null and n.valid_to < 'infinity'
     and t.known_to = 'infinity' and t.origin is not null and t.import_id <> $1
   group by 1, 2, 3 order by 3, 1`

interface GoesOn {
  id: number
  title: string
  from: string
  codes: string[]
}

const named = ({ codes }: GoesOn) =>
  codes.slice(0, MOST_NAMED).join(', ') + (codes.length > MOST_NAMED ? ' …' : '')

const note = (kept: GoesOn): Localized => ({
  vi: `Từ ngày ${writtenDay(kept.from)}, ${kept.codes.length} đơn vị (${named(kept)}) vẫn theo lần nạp số ${kept.id} («${kept.title}»), vì tệp này chỉ nói đến ngày ấy. Nếu từ ngày ấy đơn vị không còn nữa (sáp nhập, giải thể), hãy gỡ lần nạp ấy: npm run import -- undo ${kept.id}, rồi nạp lại những đơn vị vẫn còn`,
  en: `From ${kept.from} on, ${kept.codes.length} areas (${named(kept)}) are still those of import ${kept.id} («${kept.title}»), because this file speaks of the days before only. If they ended then (merged, dissolved), undo that import: npm run import -- undo ${kept.id}, then import again the areas that go on`
})

/**
 * What the report says where communes or villages end in the file but go on by an earlier import: rows take the days they
 * speak of and no others, so that older boundaries can be added, but whoever means an end must hear that it is none.
 */
export async function goesOnNotes(
  db: Queryable,
  collection: Collection,
  importId: number
): Promise<Localized[]> {
  if (!collection.communes && !collection.rooted) return []
  const { rows } = await db.query<GoesOn>(goesOn(collection), [importId])
  return rows.map(note)
}
