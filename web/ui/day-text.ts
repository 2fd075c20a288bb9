/** `YYYY-MM-DD` as people type it here: 22/11/2026. */
export const dayText = (day: string) => day.split('-').reverse().join('/')

/** What people type (22/11/2026, 1.4.2026, 2026-11-22) as `YYYY-MM-DD`; undefined when it is no day of the calendar. */
export function parseDayText(text: string): string | undefined {
  const local = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  const [year, month, date] = local ? [local[3], local[2], local[1]] : iso ? iso.slice(1) : []
  if (!year || !month || !date) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined
}
