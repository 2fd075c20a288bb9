import type {
  addRelicImage,
  changeRelicImage,
  ImageWords,
  listRelicImages,
  orderRelicImages,
  RelicImage,
  RelicImages as Images,
  withdrawRelicImage
} from '../../server/relics/image-contract.ts'
import type { Client } from '../http/client.ts'
import { RequestError } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'
import { OutdatedError } from '../http/send-json.ts'
import { Work } from '../http/work.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { imageMessages as messages } from './image-messages.ts'
import { sendFile } from './send-file.ts'

/** Pixels from which an image counts for the score. */
const COUNTS_FROM = 950_000
export const counts = ({ kind, width, height }: Pick<RelicImage, 'kind' | 'width' | 'height'>) =>
  kind === 'image' && width * height >= COUNTS_FROM

/** The images of one relic, and what is done with them. */
export class RelicImages {
  readonly list = new Resource<Images>()
  /** Changes to what is shown. */
  readonly work: Work
  /** A new image that is being put up. */
  readonly adding: Work
  /** Share of the file that has gone; null: nothing is being sent. */
  sent = $state<number | null>(null)
  readonly images = $derived(this.list.value?.images ?? [])
  readonly counted = $derived(this.images.filter(counts).length)
  readonly #client: Client
  readonly #i18n: I18n
  readonly #slug: string
  /** A file that is on the server already, though its words were refused. */
  #handedIn: { file: File; sha256: string } | null = null

  constructor(client: Client, i18n: I18n, slug: string) {
    this.#client = client
    this.#i18n = i18n
    this.#slug = slug
    this.work = new Work(i18n)
    this.adding = new Work(i18n)
  }

  /** Asks for them; answers what ends the question. */
  load() {
    const params = { slug: this.#slug }
    return this.list.load((signal) =>
      this.#client.get<typeof listRelicImages>('/api/staff/relics/:slug/images', {}, { params, signal })
    )
  }

  /** Sends a file and puts it on the page; true: done. */
  add(file: File, words: ImageWords) {
    return this.adding.run(async () => {
      const sha256 = await this.#handIn(file)
      const sending = { method: 'POST', params: { slug: this.#slug }, body: { sha256, ...words } } as const
      this.list.value = await this.#client.send<typeof addRelicImage>(
        '/api/staff/relics/:slug/images',
        sending
      )
      this.#handedIn = null
    })
  }

  /** True: done. */
  change({ id, version }: RelicImage, words: ImageWords) {
    const sending = { method: 'PUT', params: { slug: this.#slug, id }, body: words, version } as const
    return this.#try(() =>
      this.#client.send<typeof changeRelicImage>('/api/staff/relics/:slug/images/:id', sending)
    )
  }

  /** True: done. */
  withdraw({ id, version }: RelicImage) {
    const sending = { method: 'DELETE', params: { slug: this.#slug, id }, version } as const
    return this.#try(() =>
      this.#client.send<typeof withdrawRelicImage>('/api/staff/relics/:slug/images/:id', sending)
    )
  }

  /** Puts an image at another place, counted from 0. */
  move(image: RelicImage, place: number) {
    const rest = this.images.filter(({ id }) => id !== image.id)
    const ids = rest.toSpliced(place, 0, image).map(({ id }) => id)
    const version = this.list.value?.version ?? 0
    const sending = { method: 'PUT', params: { slug: this.#slug }, body: { ids }, version } as const
    return this.#try(() =>
      this.#client.send<typeof orderRelicImages>('/api/staff/relics/:slug/image-order', sending)
    )
  }

  async #handIn(file: File) {
    if (this.#handedIn?.file === file) return this.#handedIn.sha256
    try {
      this.sent = 0
      const onprogress = (share: number) => (this.sent = share)
      const { sha256 } = await sendFile({ slug: this.#slug, file, locale: this.#client.locale, onprogress })
      this.#handedIn = { file, sha256 }
      return sha256
    } catch (error) {
      if (!(error instanceof RequestError) || error.kind !== 'unreachable') throw error
      throw new RequestError('refused', 0, this.#i18n.t(messages.sendBroke))
    } finally {
      this.sent = null
    }
  }

  /** Where somebody was quicker, what is there now takes the list's place. */
  #try(send: () => Promise<Images>) {
    return this.work.run(async () => {
      try {
        this.list.value = await send()
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error
        this.list.value = error.current as Images // 412 of these routes is the list
        throw new RequestError('refused', 412, this.#i18n.t(messages.outdated))
      }
    })
  }
}
