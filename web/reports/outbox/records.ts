import type { NewReport, Place, Receipt } from '../../../server/reports/contract.ts'

/**
 * `draft`: still being written. `waiting`: complete, and not all of it has reached the server. `refused`: the server will
 * not take it as it is; kept until the reporter mends or discards it. `received`: the server has the text and every file.
 */
export type RecordState = 'draft' | 'waiting' | 'refused' | 'received'

export type Measured = NonNullable<NewReport['measured']>

export interface FileRecord {
  /** Of the bytes that are sent; the bytes themselves lie in the store `files` under it. */
  sha256: string
  role: 'before' | 'voice'
  mime: string
  sizeBytes: number
  /** A small picture as a data URL, kept when the bytes are gone; null for a voice note. */
  thumbnail: string | null
  /** When an older photo was taken, RFC 3339; null: it is new, or does not say. */
  takenAt: string | null
  /** What an older photo tells of its place; null: nothing. */
  place: Measured | null
  /** Where a broken upload goes on; null: none has begun. */
  uploadUrl: string | null
  /** All bytes have gone; the server has not yet said that it has them. */
  uploaded: boolean
  /** The server says that it has these very bytes. */
  received: boolean
  /** How often the server found these bytes unfit; the first times they may have suffered on their way. */
  refusals: number
  /** Why the server will not take it, in the reporter's language; null: it may be tried again. */
  refusal: string | null
}

/** One report on this phone, from the first tap until long after its receipt. */
export interface ReportRecord {
  /** UUIDv7. */
  id: string
  /** The reporter's secret, by which the report is followed. */
  code: string
  state: RecordState
  /** By the phone's clock, RFC 3339. */
  createdAt: string
  /** When it was complete; null while a draft. */
  waitingSince: string | null
  category: string | null
  place: Place | null
  placeFrom: NewReport['placeFrom'] | null
  /** As it was measured, whatever became of it on the map. */
  measured: Measured | null
  /** The village as the phone found it, for showing only: the server decides. */
  villageName: string | null
  observedAt: string | null
  description: string
  contact: { name: string; phone: string }
  /** Photos first, in the order in which they were taken; at most five, and one voice note. */
  files: FileRecord[]
  receipt: Receipt | null
  /** Why the server refuses it, in the reporter's language. */
  refusal: string | null
}

/** A report of somebody else that this phone has added itself to. */
export interface FollowedRecord {
  number: string
  code: string
  category: string
  addedAt: string
}

export const MAX_PHOTOS = 5

/** An empty draft. `id` and `code` are made on the phone, so that sending it twice is sending it once. */
export const newRecord = (id: string, code: string, now: Date): ReportRecord => ({
  id,
  code,
  state: 'draft',
  createdAt: now.toISOString(),
  waitingSince: null,
  category: null,
  place: null,
  placeFrom: null,
  measured: null,
  villageName: null,
  observedAt: null,
  description: '',
  contact: { name: '', phone: '' },
  files: [],
  receipt: null,
  refusal: null
})

const orNothing = <K extends string>(key: K, value: string) =>
  value.trim() ? ({ [key]: value.trim() } as Record<K, string>) : {} // the key is the one that was given

/** What the server is sent; null while category or place are missing. */
export function toNewReport(record: ReportRecord): NewReport | null {
  const { id, code, category, place, placeFrom, measured, observedAt } = record
  if (!category || !place || !placeFrom) return null
  const contact = { ...orNothing('name', record.contact.name), ...orNothing('phone', record.contact.phone) }
  return {
    id,
    code,
    category,
    place,
    placeFrom,
    ...(measured ? { measured } : {}),
    ...(observedAt ? { observedAt } : {}),
    ...orNothing('description', record.description),
    media: record.files.map(({ sha256, role, sizeBytes }) => ({ sha256, role, sizeBytes })),
    ...(Object.keys(contact).length > 0 ? { contact } : {})
  }
}

/** Where an older photo says that it was taken; null: none does. */
export const photoPlaceOf = ({ files }: ReportRecord): Measured | null =>
  files.find(({ place }) => place)?.place ?? null

/** When the oldest of the older photos was taken, RFC 3339; null: there is none. */
export const takenAtOf = ({ files }: ReportRecord): string | null =>
  files.flatMap(({ takenAt }) => takenAt ?? []).sort()[0] ?? null

/** Files that still have to reach the server. */
export const unsentFiles = ({ files }: ReportRecord) =>
  files.filter(({ received, refusal }) => !received && refusal === null)
