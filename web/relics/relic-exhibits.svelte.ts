import type { ExhibitKind } from '../../server/media/contract.ts'
import type {
  addRelicExhibit,
  changeRelicExhibit,
  ExhibitWords,
  listRelicExhibits,
  orderRelicExhibits,
  RelicExhibit,
  RelicExhibits as Exhibits,
  withdrawRelicExhibit
} from '../../server/relics/exhibit-contract.ts'
import type { Client } from '../http/client.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { exhibitMessages as messages } from './exhibit-messages.ts'
import { RelicMedia } from './relic-media.svelte.ts'

/** A file of one's machine, and the original of a model's poster. */
export interface ChosenExhibit {
  kind: ExhibitKind
  file: File
  poster: string | null
}

/** The sounds, panoramas and models of one relic, and what is done with them. */
export class RelicExhibits extends RelicMedia<Exhibits> {
  readonly exhibits = $derived(this.list.value?.exhibits ?? [])
  readonly #i18n: I18n

  constructor(client: Client, i18n: I18n, slug: string) {
    super(client, i18n, slug)
    this.#i18n = i18n
  }

  protected get sentences() {
    return { sendBroke: this.#i18n.t(messages.sendBroke), outdated: this.#i18n.t(messages.outdated) }
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
    return this.adding.run(async () => {
      const sha256 = await this.handIn(file, `/api/staff/relics/:slug/exhibit-files/${kind}`)
      const body = { kind, sha256, poster, ...words }
      this.list.value = await this.client.send<typeof addRelicExhibit>('/api/staff/relics/:slug/exhibits', {
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
    const rest = this.exhibits.filter(({ id }) => id !== exhibit.id)
    const ids = rest.toSpliced(place, 0, exhibit).map(({ id }) => id)
    const version = this.list.value?.version ?? 0
    const sending = { method: 'PUT', params: { slug: this.slug }, body: { ids }, version } as const
    return this.attempt(exhibit.id, () =>
      this.client.send<typeof orderRelicExhibits>('/api/staff/relics/:slug/exhibit-order', sending)
    )
  }
}
