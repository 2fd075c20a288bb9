import { getContext, setContext } from 'svelte'
import {
  formatArea,
  formatDate,
  formatDistance,
  formatMoment,
  formatNumber,
  formatPercent
} from './formats.ts'

export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * One text in both languages, with `{name}` where a parameter goes and `{name|house|houses}` where a word hangs on
 * whether that number is one. It cannot lack a language.
 */
export interface Message {
  readonly vi: string
  readonly en: string
}

/** Numbers among the parameters are written by the language's rules. */
export type MessageParameters = Readonly<Record<string, string | number>>

const KEY = Symbol('i18n')

/** The language of the screen, and how texts, numbers and dates are written in it. */
export class I18n {
  locale = $state<Locale>('vi')

  constructor(locale: Locale = 'vi') {
    this.locale = locale
  }

  /** The text in the language of the screen. A placeholder without a parameter stays visible, so that it is noticed. */
  t(message: Message, parameters: MessageParameters = {}): string {
    const text = message[this.locale].replace(
      /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g,
      (_, name: string, one: string, many: string) => (String(parameters[name]) === '1' ? one : many)
    )
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = parameters[name]
      return typeof value === 'number' ? this.number(value) : (value ?? placeholder)
    })
  }

  /** 1.234,5 in Vietnamese, 1,234.5 in English; at most `digits` decimals (default 1). */
  number(value: number, digits = 1): string {
    return formatNumber(this.locale, value, digits)
  }

  /** Exactly `digits` decimals: figures that stand below one another. */
  fixed(value: number, digits: number): string {
    return formatNumber(this.locale, value, digits, true)
  }

  /**
   * Percent 0 to 100 with one decimal. Never rounds onto 0, 100 or `against` a value that is not there: decimals are
   * added until the text stands on the same side as the number.
   */
  percent(value: number, against?: number | null): string {
    return formatPercent(this.locale, value, against)
  }

  /** A calendar day `YYYY-MM-DD`: 22/11/2026 in Vietnamese, 22 Nov 2026 in English. */
  date(day: string): string {
    return formatDate(this.locale, day)
  }

  /** A moment (RFC 3339) on the clock of Asia/Ho_Chi_Minh: 09:05 22/11/2026. */
  moment(iso: string): string {
    return formatMoment(this.locale, iso)
  }

  /** Square metres as m², ha or km². */
  area(m2: number): string {
    return formatArea(this.locale, m2)
  }

  /** Metres as m or km. */
  distance(m: number): string {
    return formatDistance(this.locale, m)
  }
}

/** Gives the components below the language of the screen. */
export const setI18n = (i18n: I18n): I18n => setContext(KEY, i18n)

/** The language of the screen, as set by a component above. */
export const getI18n = (): I18n => getContext<I18n>(KEY)
