/** A recording that does not follow its own format; nothing more is said about it. */
export class BrokenSound extends Error {}

/** A recording whose metadata was taken out. */
export interface CleanSound {
  bytes: Uint8Array
  /** Seconds; null where the file does not tell. */
  durationS: number | null
}
