import type { Locale } from './i18n.svelte.ts'

/** Each language in its own words, whatever the language of the screen. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { vi: 'Tiếng Việt', en: 'English' }
