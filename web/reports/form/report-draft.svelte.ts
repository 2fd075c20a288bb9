import { v7 as uuidv7 } from 'uuid'
import type { NewReport, Place } from '../../../server/reports/contract.ts'
import { phoneMoment, phoneNow } from '../clock.ts'
import type { Outbox } from '../outbox/outbox.svelte.ts'
import {
  type FileRecord,
  MAX_PHOTOS,
  type Measured,
  newRecord,
  type ReportRecord,
  takenAtOf
} from '../outbox/records.ts'
import { makeReportCode } from '../outbox/report-code.ts'
import { StorageFull } from '../outbox/store.ts'
import { isOlder } from './photo-facts.ts'
import { type PreparedFile, preparePhoto, prepareVoice } from './prepare-file.ts'
import { NoPicture } from './shrink.ts'

export const STEPS = ['category', 'photo', 'place', 'check'] as const
export type Step = (typeof STEPS)[number]
export type DraftProblem = 'full' | 'no_picture' | 'too_many' | 'unexpected'

/** Where the reporter put the pin, and how it came there. */
export interface ChosenPlace {
  place: Place
  placeFrom: NewReport['placeFrom']
  measured: Measured | null
  villageName: string | null
}

/**
 * The report that is being written. Every change is kept on the phone before it counts: a phone that dies during the
 * camera goes on where it was. What could not be kept stays on the screen and stands in `problem`.
 */
export class ReportDraft {
  record = $state.raw<ReportRecord | null>(null)
  step = $state<Step>('category')
  problem = $state<DraftProblem | null>(null)
  /** Photos that are still being made small. */
  preparing = $state(0)
  /** Whether this draft was begun before the page was opened. */
  isResumed = $state(false)
  readonly #outbox: Outbox

  constructor(outbox: Outbox) {
    this.#outbox = outbox
  }

  get photos(): readonly FileRecord[] {
    return this.record?.files.filter(({ role }) => role === 'before') ?? []
  }

  get voice(): FileRecord | undefined {
    return this.record?.files.find(({ role }) => role === 'voice')
  }

  /** Goes on with what was left unfinished. */
  resume(record: ReportRecord) {
    this.record = record
    this.isResumed = true
    this.step = stepOf(record)
  }

  goTo(step: Step) {
    this.problem = null
    this.step = step
  }

  /** The first tap makes the report: its key and its code are the phone's own. */
  async pickCategory(category: string) {
    const isNew = !this.record
    const record = this.record ?? newRecord(uuidv7(), makeReportCode(), phoneNow())
    const isKept = await this.#keep(() => this.#outbox.putDraft({ ...record, category }))
    if (isKept && isNew) void this.#outbox.askToPersist()
    if (isKept) this.goTo(stepOf(this.record ?? record))
  }

  /** Takes photos in, one after another: a phone has room for one large picture at a time. */
  async addPhotos(files: readonly File[]) {
    const room = MAX_PHOTOS - this.photos.length
    this.problem = null
    this.preparing = Math.min(files.length, room)
    let kept = 0
    let problem: DraftProblem | null = null
    for (const file of files.slice(0, room)) {
      if (await this.#keep(() => this.#addPhoto(file))) kept += 1
      else problem = this.problem
      this.preparing -= 1
    }
    this.problem = files.length > room ? 'too_many' : problem
    if (kept > 0 && this.step === 'photo') this.step = this.record?.place ? 'check' : 'place'
  }

  async addVoice(recording: Blob) {
    await this.#keep(async () => this.#addFile(await prepareVoice(recording)))
  }

  async removeFile(sha256: string) {
    await this.#keep(() =>
      this.#change((r) => ({ ...r, files: r.files.filter((file) => file.sha256 !== sha256) }))
    )
  }

  async setPlace({ place, placeFrom, measured, villageName }: ChosenPlace) {
    const isKept = await this.#keep(() =>
      this.#change((r) => ({
        ...r,
        place,
        placeFrom,
        measured,
        villageName,
        observedAt: takenAtOf(r) ?? r.observedAt ?? phoneMoment()
      }))
    )
    if (isKept) this.goTo('check')
  }

  async setDescription(description: string) {
    await this.#keep(() => this.#change((r) => ({ ...r, description })))
  }

  async setContact(contact: ReportRecord['contact']) {
    await this.#keep(() => this.#change((r) => ({ ...r, contact })))
  }

  /** Hands the report to the outbox, and answers it; null when it could not be kept. */
  async send(): Promise<ReportRecord | null> {
    const { record } = this
    if (!record) return null
    const isKept = await this.#keep(() =>
      this.#change((r) => ({ ...r, state: 'waiting', refusal: null, waitingSince: phoneMoment() }))
    )
    if (!isKept) return null
    this.#clear()
    this.#outbox.kick()
    return record
  }

  async discard() {
    if (this.record) await this.#outbox.discard(this.record.id)
    this.#clear()
  }

  #clear() {
    this.record = this.problem = null
    this.isResumed = false
    this.step = 'category'
  }

  async #addPhoto(file: File) {
    const { facts, record, bytes } = await preparePhoto(file)
    if (!isOlder(facts, phoneNow())) return this.#addFile({ record, bytes })
    const takenAt = facts.takenAt?.toISOString() ?? null
    // The file does not say how exact its place is.
    const place = facts.place && { ...facts.place, accuracyM: null }
    return this.#addFile({ record: { ...record, takenAt, place }, bytes })
  }

  /** The same picture twice is one. */
  #addFile({ record: file, bytes }: PreparedFile) {
    const add = (r: ReportRecord): ReportRecord => ({
      ...r,
      files: [...r.files.filter(({ sha256 }) => sha256 !== file.sha256), file]
    })
    return this.#change(add, { sha256: file.sha256, mime: file.mime, bytes })
  }

  async #change(
    change: (record: ReportRecord) => ReportRecord,
    file?: { sha256: string; mime: string; bytes: ArrayBuffer }
  ): Promise<ReportRecord | null> {
    const { record } = this
    return record && this.#outbox.change(record.id, change, file)
  }

  /** Whether it was kept; why not stands in `problem`. */
  async #keep(work: () => Promise<ReportRecord | null>): Promise<boolean> {
    try {
      this.record = (await work()) ?? this.record
      this.problem = null
      return true
    } catch (error) {
      this.problem = problemOf(error)
      return false
    }
  }
}

function problemOf(error: unknown): DraftProblem {
  if (error instanceof StorageFull) return 'full'
  if (error instanceof NoPicture) return 'no_picture'
  // eslint-disable-next-line no-console -- the screen says that it failed, the console why
  console.error(error)
  return 'unexpected'
}

/** Where to go on: the first question that is not answered. A report may do without photos, so they are asked once. */
function stepOf({ category, place, files }: ReportRecord): Step {
  if (!category) return 'category'
  if (place) return 'check'
  return files.length > 0 ? 'place' : 'photo'
}
