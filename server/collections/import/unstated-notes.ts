import type { Queryable } from '../../db/pool.ts'
import type { Collection, StatedWhere } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { isSaid } from '../stated-where.ts'
import type { Staging } from './staging.ts'

/** The good rows that leave a field empty, by what they write in another. $1 staging, $2 the field, $3 the other one. */
const SILENT = `
  select fields->>$3 as text, count(*)::integer as rows from import_row
   where staging_id = $1 and problem is null and fields->>$2 is null and fields->>$3 is not null
   group by 1`

interface Silent {
  text: string
  rows: number
}

async function countSilent(db: Queryable, staging: Staging, name: string, where: StatedWhere) {
  const { rows } = await db.query<Silent>(SILENT, [staging.id, name, where.field])
  return rows.filter(({ text }) => isSaid(where, text)).reduce((sum, { rows: count }) => sum + count, 0)
}

const note = (count: number, { vi, en }: Localized, { why, silence }: StatedWhere): Localized => ({
  vi: `${count} dòng không nêu «${vi}». ${why.vi} ${silence.vi}`,
  en: `${count} row(s) do not state “${en}”. ${why.en} ${silence.en}`
})

/** What the report says of rows that leave open what is asked of whoever writes the same by hand. */
export async function unstatedNotes(
  db: Queryable,
  staging: Staging,
  { fields }: Collection
): Promise<Localized[]> {
  const notes: Localized[] = []
  for (const { name, title, statedWhere } of fields) {
    if (!statedWhere) continue
    const count = await countSilent(db, staging, name, statedWhere)
    if (count > 0) notes.push(note(count, title, statedWhere))
  }
  return notes
}
