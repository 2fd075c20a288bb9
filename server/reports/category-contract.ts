import { z } from 'zod'
import { CategoryTheme } from './contract.ts'

const Name = z.string().trim().min(2).max(100)

/** What an administrator sets of a category. */
const FIELDS = {
  name: z.strictObject({ vi: Name, en: Name }),
  theme: CategoryTheme,
  /** Places of new reports are public as a 200 m cell only. */
  sensitive: z.boolean(),
  /** New reports are to be looked at within 4 working hours. */
  urgent: z.boolean(),
  /** Working hours until a new report is looked at. */
  receiveHours: z.int().min(1).max(200),
  /** Working hours until it is resolved. */
  resolveHours: z.int().min(1).max(2000),
  /** At most as far as a search by box reaches. */
  duplicateRadiusM: z.int().min(1).max(200),
  duplicateDays: z.int().min(1).max(730)
} as const

export const CategorySetting = z.object({
  code: z.string(),
  ...FIELDS,
  /** False: no new reports; those that there are stay. */
  inUse: z.boolean(),
  /** Working hours that count until a new report is looked at: fewer than `receiveHours` where it is urgent. */
  receiveWithinHours: z.int(),
  version: z.int()
})
export type CategorySetting = z.infer<typeof CategorySetting>
export type CategoryFields = Omit<CategorySetting, 'code' | 'inUse' | 'receiveWithinHours' | 'version'>

const All = z.object({ categories: z.array(CategorySetting) })
const CodeInPath = z.strictObject({ code: z.string().regex(/^[a-z0-9_]{1,50}$/) })

/** Every category, also those that ended, in the order in which they are offered. */
export const listCategorySettings = {
  path: '/api/staff/report-categories',
  query: z.strictObject({}),
  reply: All
} as const

/** A new one, offered at once, after all others. Its code is made of its Vietnamese name. 409: the name is taken. */
export const addCategory = {
  path: '/api/staff/report-categories',
  body: z.strictObject(FIELDS),
  reply: CategorySetting
} as const

/**
 * Changes one, ends it or takes it up again. `If-Match: "version"` is required (428). 412: it was changed meanwhile; the
 * body is the category as it is now. 409: the name is taken. 422: it is the last one in use.
 */
export const changeCategory = {
  path: '/api/staff/report-categories/:code',
  params: CodeInPath,
  body: z.strictObject({ ...FIELDS, inUse: z.boolean() }),
  reply: CategorySetting
} as const

/** Puts one just before another; null: behind all. */
export const moveCategory = {
  path: '/api/staff/report-categories/:code/move',
  params: CodeInPath,
  body: z.strictObject({ before: z.string().max(50).nullable() }),
  reply: All
} as const
