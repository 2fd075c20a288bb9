import type { CategoryFields, CategorySetting } from '../../../server/reports/category-contract.ts'
import type { Read } from './editing.svelte.ts'

/** What an administrator fills in of a category; numbers as digits. */
export type CategoryDraft = {
  nameVi: string
  nameEn: string
  theme: CategorySetting['theme']
  receiveHours: string
  resolveHours: string
  radius: string
  days: string
  urgent: boolean
  sensitive: boolean
  inUse: boolean
}

/** A new category before anything is written. */
export const NEW_CATEGORY: CategoryDraft = {
  nameVi: '',
  nameEn: '',
  theme: 'other',
  receiveHours: '8',
  resolveHours: '24',
  radius: '50',
  days: '30',
  urgent: false,
  sensitive: false,
  inUse: true
}

/** A category as its form has it. */
export const readCategory = ({ name, version, ...category }: CategorySetting): Read<CategoryDraft> => ({
  version,
  fields: {
    nameVi: name.vi,
    nameEn: name.en,
    theme: category.theme,
    receiveHours: String(category.receiveHours),
    resolveHours: String(category.resolveHours),
    radius: String(category.duplicateRadiusM),
    days: String(category.duplicateDays),
    urgent: category.urgent,
    sensitive: category.sensitive,
    inUse: category.inUse
  }
})

/** What is sent of a form. */
export const writtenCategory = (draft: CategoryDraft): CategoryFields => ({
  name: { vi: draft.nameVi, en: draft.nameEn },
  theme: draft.theme,
  sensitive: draft.sensitive,
  urgent: draft.urgent,
  receiveHours: Number(draft.receiveHours),
  resolveHours: Number(draft.resolveHours),
  duplicateRadiusM: Number(draft.radius),
  duplicateDays: Number(draft.days)
})
