import type { Queryable } from '../db/pool.ts'
import type { Template } from './settings-contract.ts'

const COLUMNS = 'id, commune_code as commune, category_code as category, title, text, version'

/** Templates of all communes and of one (null: of every one), by title. */
export async function findTemplates(db: Queryable, commune: string | null) {
  const { rows } = await db.query<Template>(
    `select ${COLUMNS} from answer_template
      where ended_at is null and ($1::text is null or commune_code is null or commune_code = $1)
      order by title, id`,
    [commune]
  )
  return rows
}

type TemplateFields = Pick<Template, 'title' | 'text' | 'category'>

/** Adds a template; undefined: there is no such category. */
export async function insertTemplate(
  db: Queryable,
  { commune, title, text, category }: TemplateFields & Pick<Template, 'commune'>
) {
  const { rows } = await db.query<Template>(
    `insert into answer_template (commune_code, title, text, category_code)
     select $1, $2, $3, $4
      where $4::text is null or exists (select from report_category where code = $4)
  returning ${COLUMNS}`,
    [commune, title, text, category]
  )
  return rows[0]
}

/** A template of the commune (null: any), held until the transaction ends; undefined: there is none. */
export async function holdTemplate(db: Queryable, id: number, commune: string | null) {
  const { rows } = await db.query<Template>(
    `select ${COLUMNS} from answer_template
      where id = $1 and ended_at is null and ($2::text is null or commune_code = $2)
        for update`,
    [id, commune]
  )
  return rows[0]
}

/** Writes a template that is there; undefined: there is no such category. */
export async function saveTemplate(db: Queryable, id: number, { title, text, category }: TemplateFields) {
  const { rows } = await db.query<Template>(
    `update answer_template set title = $2, text = $3, category_code = $4, version = version + 1
      where id = $1 and ($4::text is null or exists (select from report_category where code = $4))
  returning ${COLUMNS}`,
    [id, title, text, category]
  )
  return rows[0]
}

/** Ends a template: it is offered no more. */
export const closeTemplate = (db: Queryable, id: number) =>
  db.query('update answer_template set ended_at = now() where id = $1', [id])

export async function findCategoryUnits(db: Queryable, commune: string) {
  const { rows } = await db.query<{ category: string; unitId: number }>(
    `select category_code as category, unit_id as "unitId" from category_unit where commune_code = $1 order by 1`,
    [commune]
  )
  return rows
}

/**
 * Which unit a category of a commune goes to; null: none. One administrator after the other asks, until the transaction
 * ends.
 */
export async function holdCategoryUnit(db: Queryable, commune: string, category: string) {
  await db.query('lock table category_unit in share row exclusive mode')
  const { rows } = await db.query<{ unitId: number }>(
    'select unit_id as "unitId" from category_unit where commune_code = $1 and category_code = $2',
    [commune, category]
  )
  return rows[0]?.unitId ?? null
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
