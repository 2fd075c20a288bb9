// Việt Nam has no summer time: UTC+7 all year.
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** The calendar day in Asia/Ho_Chi_Minh at a moment, YYYY-MM-DD. */
export function dayInVietnam(moment: Date = new Date()): string {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)
}

/** The time of day in Asia/Ho_Chi_Minh at a moment, HH:MM. */
export function timeInVietnam(moment: Date): string {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 16)
}

/** A day, YYYY-MM-DD, as Vietnamese texts write it: DD/MM/YYYY. */
export const writtenDay = (day: string) => day.split('-').reverse().join('/')
