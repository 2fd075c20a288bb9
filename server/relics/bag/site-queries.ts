import type { Queryable } from '../../db/pool.ts'
import type { BagRelic } from './contract.ts'

const KNOWN_COMMUNES = `select distinct code from commune where code = any($1::text[]) and known_to = 'infinity'`

/** Which of these communes are known here. */
export async function findCommunes(db: Queryable, codes: readonly string[]): Promise<string[]> {
  return (await db.query<{ code: string }>(KNOWN_COMMUNES, [codes])).rows.map(({ code }) => code)
}

const SAME = `
  select id from relic_site
   where commune_code is not distinct from $1
     and case when $2::text is null then ref is null and search_text(name) = search_text($3) else ref = $2 end`

/** The relic here that a bag's relic is: of the same commune and ref, without one of the same name. */
export async function findSame(
  db: Queryable,
  { communeCode, ref, name }: BagRelic
): Promise<number | undefined> {
  return (await db.query<{ id: number }>(SAME, [communeCode, ref, name])).rows[0]?.id
}

const OWNERS = `
  select g.slug, g.site_id as "siteId", s.name from relic_slug g join relic_site s on s.id = g.site_id
   where g.slug = any($1::text[])`

/** Whose these addresses are or were here. */
export async function findOwners(db: Queryable, slugs: readonly string[]) {
  return (await db.query<{ slug: string; siteId: number; name: string }>(OWNERS, [slugs])).rows
}

/** Makes a relic of a bag one of those here. */
export async function insertSite(db: Queryable, { communeCode, ref, name }: BagRelic): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'insert into relic_site (commune_code, ref, name) values ($1, $2, $3) returning id',
    [communeCode, ref, name]
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('relic_site gave no id')
  return id
}

const CURRENT = `select slug from relic_slug where site_id = $1 order by position desc limit 1`
const PUT = `
  insert into relic_slug (slug, base, site_id) values ($1, $2, $3)
      on conflict (slug) do update set position = default, base = excluded.base where relic_slug.site_id = excluded.site_id`

/** Gives a site all addresses of a bag's relic; the last one is its own from then on. */
export async function putSlugs(db: Queryable, siteId: number, { slug, base, earlier }: BagRelic) {
  const { rows } = await db.query<{ slug: string }>(CURRENT, [siteId])
  const known = new Set(
    (
      await findOwners(
        db,
        earlier.map((one) => one.slug)
      )
    ).map((one) => one.slug)
  )
  const isOwn = rows[0]?.slug === slug
  const added = earlier.filter((one) => !known.has(one.slug))
  if (isOwn && added.length === 0) return
  for (const one of [...added, { slug, base }]) await db.query(PUT, [one.slug, one.base, siteId])
}

/** Notes which relic a row of a bag's import speaks of, before the row is there. */
export async function noteRow(db: Queryable, importId: number, row: number, siteId: number) {
  await db.query('insert into relic_bag_row (import_id, row_number, site_id) values ($1, $2, $3)', [
    importId,
    row,
    siteId
  ])
}

const ELSEWHERE = `
  select b.site_id as "siteId", r.commune_code as found
    from relic_bag_row b
    join relic r on r.import_id = b.import_id and r.row_number = b.row_number and r.origin is null
    join relic_site s on s.id = b.site_id
   where b.import_id = $1 and r.commune_code is distinct from s.commune_code
   limit 1`

/** A row of a bag's import that lies in another commune than its relic; undefined: none. */
export async function findElsewhere(db: Queryable, importId: number) {
  return (await db.query<{ siteId: number; found: string | null }>(ELSEWHERE, [importId])).rows[0]
}
