const OFFSET_MS = 7 * 3_600_000

/** The calendar day in Việt Nam (`YYYY-MM-DD`) of a moment (RFC 3339); the country has one offset to UTC. */
export const vietnamDay = (moment: string) =>
  new Date(Date.parse(moment) + OFFSET_MS).toISOString().slice(0, 10)
