import type { ExhibitKind } from '../../server/media/contract.ts'
import type {
  addRelicExhibit,
  changeRelicExhibit,
  ExhibitWords,
  listRelicExhibits,
  orderRelicExhibits,
  RelicExhibit,
  RelicExhibits as Exhibits,
  sendRelicExhibit,
  withdrawRelicExhibit
} from '../../server/relics/exhibit-contract.ts'
import type { Client } from '../http/client.ts'
import { addressOf } from '../http/get-json.ts'
import { idsWith, SentMedia } from '../http/sent-media.svelte.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { exhibitMessages as messages } from './exhibit-messages.ts'

/** A file of one's machine, and the original of a model's poster. */
export interface ChosenExhibit {
  kind: ExhibitKind
  file: File
  poster: string | null
}

/** The sounds, panoramas and models of one relic, and what is done with them. */
export class RelicExhibits extends SentMedia<Exhibits> {
  readonly exhibits = $derived(this.list.value?.exhibits ?? [])
  readonly slug: string

  constructor(client: Client, i18n: I18n, slug: string) {
    super(client, i18n, messages)
    this.slug = slug
  }

  /** Asks for them; answers what ends the question. */
  load() {
    const params = { slug: this.slug }
    return this.list.load((signal) =>
      this.client.get<typeof listRelicExhibits>('/api/staff/relics/:slug/exhibits', {}, { params, signal })
    )
  }

  /** Sends a file and puts it on the page; true: done. */
  add({ kind, file, poster }: ChosenExhibit, words: ExhibitWords) {
    return this.attemptNew(async () => {
      const path: typeof sendRelicExhibit.path = '/api/staff/relics/:slug/exhibit-files/:kind'
      const sha256 = await this.sendOnce(file, addressOf(path, { slug: this.slug, kind }, {}))
      const body = { kind, sha256, poster, ...words }
      return this.client.send<typeof addRelicExhibit>('/api/staff/relics/:slug/exhibits', {
        method: 'POST',
        params: { slug: this.slug },
        body
      })
    })
  }

  /** True: done. */
  change({ id, version }: RelicExhibit, words: ExhibitWords) {
    const sending = { method: 'PUT', params: { slug: this.slug, id }, body: words, version } as const
    return this.attempt(id, () =>
      this.client.send<typeof changeRelicExhibit>('/api/staff/relics/:slug/exhibits/:id', sending)
    )
  }

  /** True: done. */
  withdraw({ id, version }: RelicExhibit) {
    const sending = { method: 'DELETE', params: { slug: this.slug, id }, version } as const
    return this.attempt(id, () =>
      this.client.send<typeof withdrawRelicExhibit>('/api/staff/relics/:slug/exhibits/:id', sending)
    )
  }

  /** Puts one at another place, counted from 0. */
  move(exhibit: RelicExhibit, place: number) {
    const ids = idsWith(this.exhibits, exhibit, place)
    const version = this.list.value?.version ?? 0
    const sending = { method: 'PUT', params: { slug: this.slug }, body: { ids }, version } as const
    return this.attempt(exhibit.id, () =>
      this.client.send<typeof orderRelicExhibits>('/api/staff/relics/:slug/exhibit-order', sending)
    )
  }
}
