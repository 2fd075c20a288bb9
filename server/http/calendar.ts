// Việt Nam has no summer time: UTC+7 all year.
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** The calendar day in Asia/Ho_Chi_Minh at a moment, YYYY-MM-DD. */
export function dayInVietnam(moment: Date = new Date()): string {
  return new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)
}
