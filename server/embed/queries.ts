import type { Queryable } from '../db/pool.ts'
import type { EmbedSite } from './contract.ts'

const COLUMNS = `id::int as id, origin, note, to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "addedAt"`

/** Every website that may show the map in a frame, by its address. */
export async function findSites(db: Queryable): Promise<EmbedSite[]> {
  const { rows } = await db.query<EmbedSite>(`select ${COLUMNS} from embed_site order by origin`)
  return rows
}

/** undefined: it is there already. */
export async function insertSite(db: Queryable, origin: string, note: string) {
  const { rows } = await db.query<EmbedSite>(
    `insert into embed_site (origin, note) values ($1, $2) on conflict (origin) do nothing returning ${COLUMNS}`,
    [origin, note]
  )
  return rows[0]
}

/** What was taken out; undefined: it was not there. */
export async function deleteSite(db: Queryable, id: number) {
  const { rows } = await db.query<EmbedSite>(`delete from embed_site where id = $1 returning ${COLUMNS}`, [
    id
  ])
  return rows[0]
}
