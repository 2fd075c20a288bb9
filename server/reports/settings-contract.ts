import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { urlCount } from '../http/contract.ts'

const FIELDS = {
  title: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(2000),
  /** Offered with reports of this category only; null: with all. */
  category: z.string().max(50).nullable()
} as const

const Template = z.object({
  id: z.int(),
  /** Null: of every commune. */
  commune: CommuneCode.nullable(),
  ...FIELDS,
  version: z.int()
})
export type Template = z.infer<typeof Template>

/** Templates for answers: of all communes and of the account's own. */
export const listTemplates = {
  path: '/api/staff/templates',
  query: z.strictObject({}),
  reply: z.object({ templates: z.array(Template) })
} as const

export const addTemplate = {
  path: '/api/staff/templates',
  body: z.strictObject({
    commune: CommuneCode.optional(),
    ...FIELDS,
    category: FIELDS.category.default(null)
  }),
  reply: Template
} as const

/**
 * Changes a template; whose it is stays. `If-Match: "version"` is required (428). 412: it was changed meanwhile; the body
 * is the template as it is now.
 */
export const changeTemplate = {
  path: '/api/staff/templates/:id',
  params: z.strictObject({ id: urlCount }),
  body: z.strictObject(FIELDS),
  reply: Template
} as const

export const endTemplate = {
  path: '/api/staff/templates/:id',
  params: z.strictObject({ id: urlCount }),
  reply: z.object({ ended: z.literal(true) })
} as const

/** Which unit sees new reports of a category at once. */
export const listCategoryUnits = {
  path: '/api/staff/category-units',
  query: z.strictObject({ commune: CommuneCode }),
  reply: z.object({ units: z.array(z.object({ category: z.string(), unitId: z.int() })) })
} as const

/**
 * unitId null: leaders deal it out. `If-Match: "number"` is required (428): of the unit that was seen there, 0 for none.
 * 412: it is another one by now; the body is the list as it is.
 */
export const setCategoryUnit = {
  path: '/api/staff/category-units',
  body: z.strictObject({ commune: CommuneCode, category: z.string().max(50), unitId: z.int().nullable() }),
  reply: listCategoryUnits.reply
} as const
