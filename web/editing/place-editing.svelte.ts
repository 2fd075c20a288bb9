import { v7 as newId } from 'uuid'
import type { Place } from '../../server/editing/contract.ts'
import type { PlaceForm } from '../../server/editing/form-contract.ts'
import { meet, type Met } from '../http/meeting.ts'
import { OutdatedError } from '../http/send-json.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { changedFields, draftOf, GEOMETRY, isAskedFor, shapeOf, valuesOf, type PlaceDraft } from './draft.ts'
import { endOf } from './end-of.ts'
import { fieldProblem } from './field-problems.ts'
import type { DraftStore, KeptDraft } from './kept-draft.ts'
import type { Places } from './places.svelte.ts'

/** What everybody must say of a change beside what he changes. */
export interface Ground {
  /** `YYYY-MM-DD`; null: from the beginning. */
  validFrom: string | null
  reason: string
  /** A neighbour's ground may be taken. */
  overlaps: boolean
  /** Of a new place, where the account has no commune of its own. */
  commune: string | undefined
}

/** The form of one place (null: a new one), which somebody else may be changing as well. */
export class PlaceEditing {
  draft: PlaceDraft
  /** What somebody else saved since the form was opened; undefined: nothing. */
  met = $state.raw<Met>()
  /** The form began with what was not saved before the page was loaded again. */
  isTakenUp = $state(false)
  /** Whether what is written outlives a reload. */
  isKept = $state(true)
  readonly #i18n: I18n
  readonly #store: DraftStore
  readonly #places: Places
  readonly #form: PlaceForm
  /** What was last sent of a new place: the same sent again after a lost answer makes no second one. */
  #wish: { id: string; text: string } | undefined
  #place = $state.raw<Place | null>(null)
  #base: PlaceDraft

  constructor(i18n: I18n, places: Places, form: PlaceForm, place: Place | null, store: DraftStore) {
    this.#i18n = i18n
    this.#places = places
    this.#form = form
    this.#place = place
    this.#store = store
    this.#base = draftOf(i18n.locale, form.fields, place)
    this.draft = $state({ ...this.#base })
    const kept = store.read()
    if (kept) this.#takeUp(kept)
  }

  /** Begins again with what was not saved; what somebody else changed since is met as when saving. */
  #takeUp({ etag, base, draft }: KeptDraft) {
    this.isTakenUp = true
    const { draft: joined, ...met } = meet(base, draft, this.#base)
    Object.assign(this.draft, joined)
    if (etag !== this.#etag) this.met = met
  }

  get #etag() {
    return this.#place?.etag ?? null
  }

  /** Keeps what is not saved yet; to be called after every change. */
  keep() {
    if (this.isClean) return this.#store.forget()
    this.isKept = this.#store.keep({ etag: this.#etag, base: this.#base, draft: { ...this.draft } })
  }

  /** Begins anew with what is saved. */
  giveUp() {
    Object.assign(this.draft, this.#base)
    this.met = undefined
    this.isTakenUp = false
  }

  /** Whether nothing was written yet. */
  get isClean() {
    return Object.entries(this.#base).every(([name, text]) => this.draft[name] === text)
  }

  /** What must be stated now, by its name: why, as a sentence. */
  asked(): Record<string, string> {
    const fields = this.#form.fields.filter((field) => isAskedFor(field, this.#base, this.draft))
    return Object.fromEntries(
      fields.map(({ name, statedWhere }) => [name, statedWhere ? this.#i18n.t(statedWhere.why) : ''])
    )
  }

  /** What cannot be saved so, field by field: by its name, as a sentence. */
  problems(): Record<string, string> {
    const open = Object.entries(this.asked()).filter(([name]) => this.draft[name] === '')
    return { ...this.#writtenProblems(), ...Object.fromEntries(open) }
  }

  #writtenProblems(): Record<string, string> {
    const problems = this.#changed.map((field): [string, string] => {
      const text = this.draft[field.name] ?? ''
      return [field.name, fieldProblem(this.#i18n, field, text) ?? '']
    })
    return Object.fromEntries(problems.filter(([, problem]) => problem !== ''))
  }

  /** Whether what is saved from a day on (null: from the beginning) puts a place that has ended in force again. */
  reopens(from: string | null) {
    return this.#place?.ended === true && endOf(this.#place, from) === null
  }

  get #changed() {
    return changedFields(this.#form.fields, this.#base, this.draft)
  }

  /** Saves; the place as it became, undefined where somebody was quicker and a person must look first. Throws the rest. */
  async save(ground: Ground): Promise<Place | undefined> {
    const saved = await this.#send(ground)
    if (saved) this.#store.forget()
    return saved
  }

  async #send({ commune, ...ground }: Ground): Promise<Place | undefined> {
    const place = this.#place
    const values = valuesOf(this.#i18n.locale, this.#changed, this.draft)
    const geometry = shapeOf(this.draft)
    if (!place) return geometry ? this.#add({ ...ground, values, geometry }, commune) : undefined
    const moved = geometry && this.draft[GEOMETRY] !== this.#base[GEOMETRY] ? { geometry } : {}
    const body = { ...ground, values, ...moved, validTo: endOf(place, ground.validFrom) }
    try {
      return await this.#places.change(place, place.etag, body)
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error
      this.#meet(error.current as Place) // the body of a 412 is the place
      return undefined
    }
  }

  #add(body: Parameters<Places['add']>[1], commune: string | undefined) {
    const whole = { ...body, ...(commune ? { commune } : {}) }
    const text = JSON.stringify(whole)
    if (text !== this.#wish?.text) this.#wish = { id: newId(), text }
    return this.#places.add(this.#form.collection, { ...whole, wish: this.#wish.id })
  }

  #meet(place: Place) {
    const theirs = draftOf(this.#i18n.locale, this.#form.fields, place)
    const { draft, ...met } = meet(this.#base, this.draft, theirs)
    Object.assign(this.draft, draft)
    this.met = met
    this.#base = theirs
    this.#place = place
  }
}
