import { v7 as newId } from 'uuid'
import type { NewReport, Place, Receipt } from '../../../server/reports/contract.ts'
import type { takeInForSomebody } from '../../../server/reports/staff-contract.ts'
import { makeReportCode } from '../outbox/report-code.ts'
import { AfterPhotos, sendPicture } from './after-photos.svelte.ts'
import type { Desk } from './desk.svelte.ts'

export type Channel = 'desk' | 'phone_call' | 'staff'

/** A report that is taken in on somebody's behalf. Its id is made here, so that a lost answer makes no second one. */
export class Intake {
  readonly photos = new AfterPhotos()
  channel = $state<Channel>('desk')
  category = $state('')
  place = $state.raw<Place | null>(null)
  text = $state('')
  name = $state('')
  phone = $state('')
  /** What the server has taken in. */
  receipt = $state.raw<Receipt>()
  readonly code = makeReportCode()
  readonly #id = newId()
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  readonly isComplete = $derived(this.category !== '' && this.place !== null)

  /** Sends the words, then the pictures. Throws RequestError; doing it again sends what is left. */
  async send() {
    const body = this.#body()
    if (!body) return
    const sending = { method: 'POST', body } as const
    this.receipt ??= await this.#desk.client.send<typeof takeInForSomebody>('/api/staff/reports', sending)
    const report = { reportId: this.#id, code: this.code, locale: this.#desk.client.locale }
    for (const photo of this.photos.photos) await sendPicture(report, photo)
    void this.#desk.inbox.refresh()
  }

  #body(): (NewReport & { channel: Channel }) | null {
    const { place, category, channel, code } = this
    if (!place || !category) return null
    const [description, name, phone] = [this.text.trim(), this.name.trim(), this.phone.trim()]
    const contact = { ...(name ? { name } : {}), ...(phone ? { phone } : {}) }
    const media = this.photos.photos.map(({ sha256, bytes }) => ({
      sha256,
      role: 'before' as const,
      sizeBytes: bytes.byteLength
    }))
    return {
      ...{ id: this.#id, code, category, place, placeFrom: 'map', channel, media },
      ...(description ? { description } : {}),
      ...(name || phone ? { contact } : {})
    }
  }
}
