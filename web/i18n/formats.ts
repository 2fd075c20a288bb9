import type { Locale } from './i18n.svelte.ts'

const TAGS: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const NOISE = 1e-7
const numberFormats = new Map<string, Intl.NumberFormat>()

/** At most `digits` decimals, trailing noughts dropped unless `fixed`. */
export function formatNumber(locale: Locale, value: number, digits: number, fixed = false): string {
  const key = `${locale} ${digits} ${fixed}`
  const known = numberFormats.get(key)
  const format =
    known ??
    new Intl.NumberFormat(TAGS[locale], {
      minimumFractionDigits: fixed ? digits : 0,
      maximumFractionDigits: digits
    })
  if (!known) numberFormats.set(key, format)
  return format.format(value)
}

const sideOf = (value: number, mark: number) => Math.sign(value - mark)

/** Decimals (1 to 6) at which the rounded number stands on the same side of every mark as the number itself. */
function digitsThatTell(value: number, marks: readonly number[]): number {
  for (let digits = 1; digits < 6; digits++) {
    const rounded = Number(value.toFixed(digits))
    if (marks.every((mark) => sideOf(rounded, mark) === sideOf(value, mark))) return digits
  }
  return 6
}

/** `value` is 0 to 100. The marks that rounding may not cross are 0, 100 and `against`. */
export function formatPercent(locale: Locale, value: number, against?: number | null): string {
  const marks = against == null ? [0, 100] : [0, 100, against]
  // What a sum of floating shares misses by a hair is the mark itself.
  const exact = marks.find((mark) => Math.abs(value - mark) < NOISE) ?? value
  return `${formatNumber(locale, exact, digitsThatTell(exact, marks), !Number.isInteger(exact))}%`
}

/** `day` is `YYYY-MM-DD`; anything else is given back as it came. */
export function formatDate(locale: Locale, day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return day
  if (locale === 'vi') return `${parts[3]}/${parts[2]}/${parts[1]}`
  const date = new Date(`${day}T00:00:00Z`)
  return date.toLocaleDateString(TAGS.en, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  })
}

/** The calendar day of a moment in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
function dayOf(moment: Date): string {
  return moment.toLocaleDateString('sv-SE', { timeZone: TIME_ZONE })
}

/** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const today = () => dayOf(new Date())

const DAY_MS = 86_400_000
/** Việt Nam has had one offset to UTC, 7 hours, since 1975. */
const OFFSET_MS = 25_200_000

/** From a moment (ms since 1970) to the next midnight in Asia/Ho_Chi_Minh, in ms, 1 to 24 hours. */
export const msToMidnight = (now: number) => DAY_MS - ((now + OFFSET_MS) % DAY_MS)

/** `iso` is RFC 3339. */
export function formatMoment(locale: Locale, iso: string): string {
  const moment = new Date(iso)
  const time = moment.toLocaleTimeString('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' })
  return `${time} ${formatDate(locale, dayOf(moment))}`
}

/** A number and its unit stay on one line. */
const withUnit = (locale: Locale, value: number, digits: number, unit: string) =>
  `${formatNumber(locale, value, digits)}\u00a0${unit}`

/** Below 1 ha in m², below 10 km² in ha, else km². */
export function formatArea(locale: Locale, m2: number): string {
  if (m2 < 10_000) return withUnit(locale, m2, 0, 'm²')
  if (m2 < 10_000_000) return withUnit(locale, m2 / 10_000, 1, 'ha')
  return withUnit(locale, m2 / 1_000_000, 1, 'km²')
}

/** Below 1 km in m, else km with one decimal. */
export function formatDistance(locale: Locale, m: number): string {
  if (m < 1000) return withUnit(locale, m, 0, 'm')
  return withUnit(locale, m / 1000, 1, 'km')
}
