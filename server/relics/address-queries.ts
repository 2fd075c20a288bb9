import type { Queryable } from '../db/pool.ts'

/** The thing that carries an address. */
interface Site {
  id: number
  communeCode: string | null
  name: string
}

const OWNER = `
  select s.id, s.commune_code as "communeCode", s.name
    from relic_slug g join relic_site s on s.id = g.site_id where g.slug = $1`

/** Whose an address is or was; undefined: nobody's. */
export async function findOwner(db: Queryable, slug: string): Promise<Site | undefined> {
  return (await db.query<Site>(OWNER, [slug])).rows[0]
}

/** As `findOwner`, and nobody else changes its addresses until the transaction ends. */
export async function findSite(db: Queryable, slug: string): Promise<Site | undefined> {
  return (await db.query<Site>(`${OWNER} for update of s`, [slug])).rows[0]
}

// Of its own earlier ones it becomes the latest again; another site's stays as it is.
const PUT = `
  insert into relic_slug (slug, base, site_id) select $2, relic_slug_base(name), id from relic_site where id = $1
      on conflict (slug) do update set position = default, base = excluded.base where relic_slug.site_id = excluded.site_id`

/** Makes an address that of a site, unless it is another's. */
export async function putSlug(db: Queryable, siteId: number, slug: string) {
  await db.query(PUT, [siteId, slug])
}

/** The addresses of a site, the latest first: that one is its own. */
export async function findSlugs(db: Queryable, siteId: number): Promise<string[]> {
  const { rows } = await db.query<{ slug: string }>(
    'select slug from relic_slug where site_id = $1 order by position desc',
    [siteId]
  )
  return rows.map(({ slug }) => slug)
}
