import type { Queryable } from '../db/pool.ts'
import type { CategoryFields, CategorySetting } from './category-contract.ts'
import { receiveHours } from './clock.ts'

const COLUMNS = `
  code, json_build_object('vi', name_vi, 'en', name_en) as name, theme, sensitive, urgent, receive_hours as "receiveHours",
  resolve_hours as "resolveHours", duplicate_radius_m as "duplicateRadiusM", duplicate_days as "duplicateDays",
  ended_at is null as "inUse", version`

type Row = Omit<CategorySetting, 'receiveWithinHours'>
const settingOf = (row: Row): CategorySetting => ({
  ...row,
  receiveWithinHours: receiveHours(row.urgent, row.receiveHours)
})

/** Every category in the order in which it is offered. */
export async function findCategorySettings(db: Queryable) {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from report_category order by position, code`)
  return rows.map(settingOf)
}

/** One category; undefined: there is none. */
export async function findCategorySetting(db: Queryable, code: string): Promise<CategorySetting | undefined> {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from report_category where code = $1`, [code])
  return rows.map(settingOf)[0]
}

/** Lets one administrator after the other change categories, until the transaction ends. Reports come in meanwhile. */
export const holdCategories = (db: Queryable) =>
  db.query('lock table report_category in share row exclusive mode')

const valuesOf = (fields: CategoryFields) => [
  fields.name.vi,
  fields.name.en,
  fields.theme,
  fields.sensitive,
  fields.urgent,
  fields.receiveHours,
  fields.resolveHours,
  fields.duplicateRadiusM,
  fields.duplicateDays
]

/** A new category behind all others. */
export async function insertCategory(db: Queryable, code: string, fields: CategoryFields) {
  await db.query(
    `insert into report_category (code, name_vi, name_en, theme, sensitive, urgent, receive_hours, resolve_hours,
                                  duplicate_radius_m, duplicate_days, position, set_by_hand)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(position), 0) + 1, true from report_category`,
    [code, ...valuesOf(fields)]
  )
}

/** Writes a category that is there. */
export async function saveCategory(db: Queryable, code: string, fields: CategoryFields, inUse: boolean) {
  await db.query(
    `update report_category
        set name_vi = $2, name_en = $3, theme = $4, sensitive = $5, urgent = $6, receive_hours = $7, resolve_hours = $8,
            duplicate_radius_m = $9, duplicate_days = $10,
            ended_at = case when not $11 then coalesce(ended_at, now()) end,
            version = version + 1, set_by_hand = true
      where code = $1`,
    [code, ...valuesOf(fields), inUse]
  )
}

/** Numbers the categories in the order of their codes. The place alone is not what a version stands for. */
export async function orderCategories(db: Queryable, codes: readonly string[]) {
  await db.query(
    `update report_category c set position = o.position, set_by_hand = true
       from unnest($1::text[]) with ordinality o (code, position)
      where c.code = o.code and c.position <> o.position`,
    [codes]
  )
}
