import type { Queryable } from '../../db/pool.ts'
import { dayInVietnam, writtenDay } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { identifier } from './table-columns.ts'

/** How many are named; the rest are counted. */
const MOST_NAMED = 10

/** What people had changed by hand and this import has taken days of. $1 import. */
const overridden = ({ table, label = 'ref' }: Collection) => `
  select distinct on (t.import_id) coalesce(t.${identifier(label)}, t.ref, '') as label, a.name as by, i.published_at as at
    from import me
    join ${identifier(table)} t on t.known_to = me.published_at and t.import_id <> me.id
    join place_edit e on e.import_id = t.import_id
    join import i on i.id = t.import_id
    join account a on a.id = e.account_id
   where me.id = $1
     and not exists (select from ${identifier(table)} n where n.import_id = t.import_id and n.known_to = 'infinity'
                      and n.valid_to = 'infinity')
   order by t.import_id`

interface Overridden {
  label: string
  by: string
  at: Date
}

function note(edits: readonly Overridden[]): Localized {
  const named = (write: (day: string) => string) =>
    edits
      .slice(0, MOST_NAMED)
      .map(({ label, by, at }) => `«${label}» (${by}, ${write(dayInVietnam(at))})`)
      .join('; ') + (edits.length > MOST_NAMED ? '; …' : '')
  return {
    vi: `Tệp này thay cho ${edits.length} bản mà cán bộ đã sửa bằng tay trên trang /can-bo: ${named(writtenDay)}. Các bản ấy vẫn còn trong lịch sử của từng địa điểm và khôi phục được ở đó.`,
    en: `This file takes the place of ${edits.length} edit(s) that staff made by hand at /can-bo: ${named((day) => day)}. They stay in the history of each place and can be restored there.`
  }
}

/**
 * What the report says of edits by hand that a later file has overridden: of two publications the later one governs, an
 * edit being one like a file, but nobody's edit gives way in silence.
 */
export async function editNotes(
  db: Queryable,
  collection: Collection,
  importId: number
): Promise<Localized[]> {
  if (collection.managedBy === undefined) return []
  const { rows } = await db.query<Overridden>(overridden(collection), [importId])
  return rows.length > 0 ? [note(rows)] : []
}
