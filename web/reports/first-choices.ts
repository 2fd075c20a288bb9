import { LOCALES, type Locale } from '../i18n/i18n.svelte.ts'
import { type Scheme, SCHEMES } from '../ui/color-scheme.svelte.ts'

const LANGUAGE_KEY = 'dia-ban-language'
const SCHEME_KEY = 'dia-ban-scheme'

const oneOf = <T extends string>(values: readonly T[], ...texts: (string | null)[]): T | undefined =>
  texts.map((text) => values.find((value) => value === text)).find((value) => value !== undefined)

/** What the address asks for, else what was chosen on this phone before, else Vietnamese as the system looks. */
export function firstChoices(search: string): { locale: Locale; scheme: Scheme } {
  const asked = new URLSearchParams(search)
  return {
    locale: oneOf(LOCALES, asked.get('lang'), localStorage.getItem(LANGUAGE_KEY)) ?? 'vi',
    scheme: oneOf(SCHEMES, asked.get('theme'), localStorage.getItem(SCHEME_KEY)) ?? 'auto'
  }
}

/** Keeps a choice on the phone: an app opens without an address. */
export const keepLanguage = (locale: Locale) => localStorage.setItem(LANGUAGE_KEY, locale)
export const keepScheme = (scheme: Scheme) => localStorage.setItem(SCHEME_KEY, scheme)
