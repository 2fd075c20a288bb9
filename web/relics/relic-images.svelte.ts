import type {
  addRelicImage,
  changeRelicImage,
  ImageWords,
  listRelicImages,
  orderRelicImages,
  RelicImage,
  RelicImages as Images,
  sendRelicImage,
  withdrawRelicImage
} from '../../server/relics/image-contract.ts'
import type { Client } from '../http/client.ts'
import { addressOf } from '../http/get-json.ts'
import { idsWith, SentMedia } from '../http/sent-media.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { imageMessages as messages } from './image-messages.ts'

/** Pixels from which an image counts for the score. */
const COUNTS_FROM = 950_000
export const counts = ({ kind, width, height }: Pick<RelicImage, 'kind' | 'width' | 'height'>) =>
  kind === 'image' && width * height >= COUNTS_FROM

/** The images of one relic, and what is done with them. */
export class RelicImages extends SentMedia<Images> {
  readonly images = $derived(this.list.value?.images ?? [])
  readonly counted = $derived(this.images.filter(counts).length)
  readonly slug: string

  constructor(client: Client, i18n: I18n, slug: string) {
    super(client, i18n, messages)
    this.slug = slug
  }

  /** Asks for them; answers what ends the question. */
  load() {
    const params = { slug: this.slug }
    return this.list.load((signal) =>
      this.client.get<typeof listRelicImages>('/api/staff/relics/:slug/images', {}, { params, signal })
    )
  }

  /** Sends a file and puts it on the page; true: done. */
  add(file: File, words: ImageWords) {
    return this.attemptNew(async () => {
      const path: typeof sendRelicImage.path = '/api/staff/relics/:slug/image-files'
      const sha256 = await this.sendOnce(file, addressOf(path, { slug: this.slug }, {}))
      const sending = { method: 'POST', params: { slug: this.slug }, body: { sha256, ...words } } as const
      return this.client.send<typeof addRelicImage>('/api/staff/relics/:slug/images', sending)
    })
  }

  /** True: done. */
  change({ id, version }: RelicImage, words: ImageWords) {
    const sending = { method: 'PUT', params: { slug: this.slug, id }, body: words, version } as const
    return this.attempt(id, () =>
      this.client.send<typeof changeRelicImage>('/api/staff/relics/:slug/images/:id', sending)
    )
  }

  /** True: done. */
  withdraw({ id, version }: RelicImage) {
    const sending = { method: 'DELETE', params: { slug: this.slug, id }, version } as const
    return this.attempt(id, () =>
      this.client.send<typeof withdrawRelicImage>('/api/staff/relics/:slug/images/:id', sending)
    )
  }

  /** Puts an image at another place, counted from 0. */
  move(image: RelicImage, place: number) {
    const ids = idsWith(this.images, image, place)
    const version = this.list.value?.version ?? 0
    const sending = { method: 'PUT', params: { slug: this.slug }, body: { ids }, version } as const
    return this.attempt(image.id, () =>
      this.client.send<typeof orderRelicImages>('/api/staff/relics/:slug/image-order', sending)
    )
  }
}
