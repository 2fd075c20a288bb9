import type { Language } from '../language.ts'

const DAY = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric'
})
const DAY_EN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: 'numeric',
  month: 'short',
  year: 'numeric'
})
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit'
})

/** A moment as the day that it is in Việt Nam: 22/11/2026, 22 Nov 2026. */
export const dayText = (moment: string, language: Language) =>
  (language === 'vi' ? DAY : DAY_EN).format(new Date(moment))

/** The same with the time of day. */
export const momentText = (moment: string, language: Language) =>
  `${dayText(moment, language)} ${TIME.format(new Date(moment))}`

/** A number as the language writes it: 1.234,5 or 1,234.5. */
export const numberText = (value: number, language: Language, digits = 0) =>
  value.toLocaleString(language, { maximumFractionDigits: digits })
