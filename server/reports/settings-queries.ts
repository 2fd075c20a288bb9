import type { Queryable } from '../db/pool.ts'

interface Template {
  id: number
  commune: string | null
  title: string
  text: string
}

/** Templates of all communes and of one (null: of every one), by title. */
export async function findTemplates(db: Queryable, commune: string | null) {
  const { rows } = await db.query<Template>(
    `select id, commune_code as commune, title, text from answer_template
      where ended_at is null and ($1::text is null or commune_code is null or commune_code = $1)
      order by title, id`,
    [commune]
  )
  return rows
}

export async function insertTemplate(db: Queryable, { commune, title, text }: Omit<Template, 'id'>) {
  const { rows } = await db.query<{ id: number }>(
    `insert into answer_template (commune_code, title, text) values ($1, $2, $3) returning id`,
    [commune, title, text]
  )
  return rows[0]?.id ?? 0
}

/** Ends a template of the commune (null: any). False: there is none. */
export async function closeTemplate(db: Queryable, id: number, commune: string | null) {
  const { rowCount } = await db.query(
    `update answer_template set ended_at = now()
      where id = $1 and ended_at is null and ($2::text is null or commune_code = $2)`,
    [id, commune]
  )
  return rowCount === 1
}

export async function findCategoryUnits(db: Queryable, commune: string) {
  const { rows } = await db.query<{ category: string; unitId: number }>(
    `select category_code as category, unit_id as "unitId" from category_unit where commune_code = $1 order by 1`,
    [commune]
  )
  return rows
}

/** Which unit a category goes to (null: none). False: there is no such unit or category. */
export async function putCategoryUnit(
  db: Queryable,
  commune: string,
  category: string,
  unitId: number | null
) {
  if (unitId === null) {
    await db.query(`delete from category_unit where commune_code = $1 and category_code = $2`, [
      commune,
      category
    ])
    return true
  }
  const { rowCount } = await db.query(
    `insert into category_unit (commune_code, category_code, unit_id)
     select $1, c.code, u.id from report_category c, unit u
      where c.code = $2 and u.id = $3 and u.commune_code = $1 and u.ended_at is null
         on conflict (commune_code, category_code) do update set unit_id = excluded.unit_id`,
    [commune, category, unitId]
  )
  return rowCount === 1
}
