/** Calendar arithmetic on `YYYY-MM-DD`, in UTC so that no clock change can move a day. */
const dayFrom = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

const partsOf = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month: month - 1, date }
}

/** The last day of the quarter before the one that `day` is in. */
export function lastQuarterEnd(day: string): string {
  const { year, month } = partsOf(day)
  return dayFrom(year, month - (month % 3), 0)
}

/** 31 December of the year before. */
export const lastYearEnd = (day: string) => dayFrom(partsOf(day).year, 0, 0)

/** The same day a year before; 28 February for 29 February. */
export function yearBefore(day: string): string {
  const { year, month, date } = partsOf(day)
  const lastOfMonth = partsOf(dayFrom(year - 1, month + 1, 0)).date
  return dayFrom(year - 1, month, Math.min(date, lastOfMonth))
}
