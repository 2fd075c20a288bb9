import type { Place } from '../../../server/reports/contract.ts'
import { RequestError } from '../../http/get-json.ts'
import type { Locale } from '../../i18n/i18n.svelte.ts'
import { preparePhoto } from '../form/prepare-file.ts'
import { NoPicture } from '../form/shrink.ts'
import { SendFailure } from '../outbox/send-failure.ts'
import { uploadFile } from '../outbox/upload-file.ts'

/** A picture of the result, shrunk and named by its content. */
export interface AfterPhoto {
  sha256: string
  mime: string
  bytes: ArrayBuffer
  /** A small picture as a data URL. */
  thumbnail: string
  /** Where it says that it was taken. */
  place: Place | null
}

/**
 * Sends one picture; one that is there already is done. `code`: of the report's reporter; '' where the session says who
 * sends. Throws RequestError.
 */
export async function sendPicture(
  { reportId, code, locale }: { reportId: string; code: string; locale: Locale },
  { sha256, bytes, mime }: Pick<AfterPhoto, 'sha256' | 'bytes' | 'mime'>
) {
  const ignore = () => undefined
  const file = { sha256, bytes: new Blob([bytes], { type: mime }), uploadUrl: null }
  const upload = { reportId, code, locale, ...file, onUrl: ignore, onProgress: ignore }
  try {
    await uploadFile(upload, new AbortController().signal)
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    if (error.status === 409) return
    if (error.kind === 'refused' || error.kind === 'busy')
      throw new RequestError('refused', error.status, error.message)
    throw new RequestError(navigator.onLine ? 'unreachable' : 'offline')
  }
}

/** The pictures that are chosen for a result, and where it was recorded. */
export class AfterPhotos {
  photos = $state.raw<readonly AfterPhoto[]>([])
  preparing = $state(false)
  /** A file was no picture. */
  unfit = $state(false)
  /** How many have gone while they are sent. */
  sent = $state(0)
  /** Where the device is, when somebody said that it is there. */
  device = $state.raw<Place | null>(null)
  positionFailed = $state(false)

  /** Where the pictures were taken; null: nobody says. */
  readonly place = $derived(this.photos.find(({ place }) => place)?.place ?? this.device)

  async add(files: FileList | null) {
    this.preparing = true
    this.unfit = false
    try {
      for (const file of files ?? []) await this.#prepare(file)
    } finally {
      this.preparing = false
    }
  }

  remove(sha256: string) {
    this.photos = this.photos.filter((photo) => photo.sha256 !== sha256)
  }

  /** Asks the device where it is. */
  locate() {
    this.positionFailed = false
    const fail = () => (this.positionFailed = true)
    if (!('geolocation' in navigator)) return void fail()
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => (this.device = { lng: coords.longitude, lat: coords.latitude }),
      fail,
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 }
    )
  }

  /** Sends them one after another. Throws RequestError; what has gone need not go again. */
  async send(reportId: string, locale: Locale) {
    this.sent = 0
    for (const photo of this.photos) {
      await sendPicture({ reportId, code: '', locale }, photo)
      this.sent += 1
    }
  }

  async #prepare(file: File) {
    try {
      const { record, bytes, facts } = await preparePhoto(file)
      const { sha256, mime, thumbnail } = record
      if (this.photos.some((photo) => photo.sha256 === sha256)) return
      this.photos = [...this.photos, { sha256, mime, bytes, thumbnail: thumbnail ?? '', place: facts.place }]
    } catch (error) {
      if (!(error instanceof NoPicture)) throw error
      this.unfit = true
    }
  }
}
