import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { urlCount } from '../http/contract.ts'

const Template = z.object({
  id: z.int(),
  commune: CommuneCode.nullable(),
  title: z.string(),
  text: z.string()
})

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
    title: z.string().trim().min(1).max(100),
    text: z.string().trim().min(1).max(2000)
  }),
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

/** unitId null: leaders deal it out. */
export const setCategoryUnit = {
  path: '/api/staff/category-units',
  body: z.strictObject({ commune: CommuneCode, category: z.string().max(50), unitId: z.int().nullable() }),
  reply: listCategoryUnits.reply
} as const
