import type { findingsFile } from '../../server/quality/contract.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import type { Asked } from './quality.svelte.ts'

/** The address of the table or the sheet of what is asked for. */
export function fileAddress(
  path: (typeof findingsFile)['path'] | '/api/staff/quality/sheet',
  asked: Asked,
  lang: Locale
): string {
  const query = new URLSearchParams({ lang })
  for (const [name, value] of Object.entries(asked)) if (typeof value === 'string') query.set(name, value)
  return `${path}?${query.toString()}`
}
