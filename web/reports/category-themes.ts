import type { CategoryTheme } from '../../server/reports/contract.ts'

/** The themes of categories in the order in which they stand on every screen. */
export const CATEGORY_THEMES: readonly CategoryTheme[] = ['waste', 'traffic', 'other']
