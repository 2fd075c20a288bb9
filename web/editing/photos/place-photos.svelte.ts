import type { Place } from '../../../server/editing/contract.ts'
import type {
  addPlacePhoto,
  changePlacePhoto,
  listPlacePhotos,
  orderPlacePhotos,
  PlacePhoto,
  PlacePhotos as Photos,
  withdrawPlacePhoto
} from '../../../server/editing/photos/contract.ts'
import type { PictureWords } from '../../../server/media/contract.ts'
import type { Client } from '../../http/client.ts'
import { idsWith, SentMedia } from '../../http/sent-media.svelte.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { photoMessages } from './messages.ts'

/** A route of one collection: the contract names what comes below its path. */
type Of<R> = Omit<R, 'path' | 'params'> & { path: string }

/** The photos of one place, and what is done with them. */
export class PlacePhotos extends SentMedia<Photos> {
  readonly photos = $derived(this.list.value?.photos ?? [])
  readonly #path: string

  constructor(client: Client, i18n: I18n, { collection, id }: Pick<Place, 'collection' | 'id'>) {
    super(client, i18n, photoMessages)
    this.#path = `/api/staff/places/${collection}/${id}`
  }

  /** Asks for them; answers what ends the question. */
  load() {
    return this.list.load((signal) =>
      this.client.get<Of<typeof listPlacePhotos>>(`${this.#path}/photos`, {}, { signal })
    )
  }

  /** Where a photo is seen: anyone's file, or the one for staff. */
  addressOf({ id, picture, thumbnail }: PlacePhoto, size: 'picture' | 'thumbnail') {
    const file = size === 'picture' ? picture : thumbnail
    const query = size === 'thumbnail' ? '?size=thumbnail' : ''
    return file ? `/api/media/${file}` : `${this.#path}/photos/${id}/preview${query}`
  }

  /** Sends a file and shows it; true: done. */
  add(file: File, words: PictureWords) {
    return this.attemptNew(async () => {
      const sha256 = await this.sendOnce(file, `${this.#path}/photo-files`)
      const sending = { method: 'POST', body: { sha256, ...words } } as const
      return this.client.send<Of<typeof addPlacePhoto>>(`${this.#path}/photos`, sending)
    })
  }

  /** True: done. */
  change({ id, version }: PlacePhoto, words: PictureWords) {
    const sending = { method: 'PUT', body: words, version } as const
    return this.attempt(id, () =>
      this.client.send<Of<typeof changePlacePhoto>>(`${this.#path}/photos/${id}`, sending)
    )
  }

  /** True: done. */
  withdraw({ id, version }: PlacePhoto, reason: string) {
    const sending = { method: 'POST', body: { reason }, version } as const
    return this.attempt(id, () =>
      this.client.send<Of<typeof withdrawPlacePhoto>>(`${this.#path}/photos/${id}/withdraw`, sending)
    )
  }

  /** Puts a photo at another place, counted from 0. */
  move(photo: PlacePhoto, place: number) {
    const ids = idsWith(this.photos, photo, place)
    const sending = { method: 'PUT', body: { ids }, version: this.list.value?.version ?? 0 } as const
    return this.attempt(photo.id, () =>
      this.client.send<Of<typeof orderPlacePhotos>>(`${this.#path}/photo-order`, sending)
    )
  }
}
