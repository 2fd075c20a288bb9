import type { Commune } from '../../../server/areas/contract.ts'
import type { listCategories, Place, ReportCategory } from '../../../server/reports/contract.ts'
import { getJson } from '../../http/get-json.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { placeName } from '../../i18n/place-name.ts'
import { keepAndRenew } from '../outbox/kept.ts'
import type { ReportStore } from '../outbox/store.ts'
import { communeAt, fetchCommunes, fetchVillages, isOutside, type Village, villageAt } from './areas.ts'

const LAST_COMMUNE = 'last-commune'

/** What the form asks the server for and keeps for when there is no network: categories, communes, villages. */
export class FormFacts {
  /** Also those that ended: reports that were sent before keep their names. */
  categories = $state.raw<readonly ReportCategory[]>()
  /** Those that a new report may have; what an earlier edition kept on the phone does not say it. */
  readonly offered = $derived(this.categories?.filter(({ offered }) => offered !== false))
  communes = $state.raw<readonly Commune[]>([])
  villages = $state.raw<readonly Village[]>([])
  /** Why there are no categories; null while they may still come. */
  failure = $state.raw<unknown>(null)
  #lastCommune = $state<string | null>(null)
  readonly #store: ReportStore
  readonly #i18n: I18n

  constructor(store: ReportStore, i18n: I18n) {
    this.#store = store
    this.#i18n = i18n
  }

  /** The commune that the map opens at, before anybody has said where. */
  readonly homeCommune = $derived(communeAt(this.communes, null, this.#lastCommune))

  /** Asks for all that the form needs to begin; the returned function ends it. */
  ask(): () => void {
    const enders = [this.#askCategories(), this.#askCommunes()]
    return () => enders.forEach((stop) => stop())
  }

  #askCategories() {
    const ask = async (signal: AbortSignal) => {
      const { categories } = await getJson<typeof listCategories>(
        '/api/report-categories',
        { all: 'true' },
        { locale: this.#i18n.locale, signal }
      )
      return categories
    }
    this.failure = null
    return keepAndRenew(
      this.#store,
      'categories',
      ask,
      (categories) => (this.categories = categories),
      (error) => (this.failure = error)
    )
  }

  #askCommunes() {
    void this.#store.kept(LAST_COMMUNE).then((code) => {
      if (typeof code === 'string') this.#lastCommune = code
    })
    const ask = (signal: AbortSignal) => fetchCommunes(this.#i18n.locale, signal)
    return keepAndRenew(this.#store, 'communes', ask, (communes) => (this.communes = communes))
  }

  /** The villages of the commune in which the place lies, or of the one that the map opens at. */
  askVillages(commune: string) {
    this.villages = []
    const ask = (signal: AbortSignal) => fetchVillages(commune, signal)
    return keepAndRenew(this.#store, `villages-${commune}`, ask, (villages) => (this.villages = villages))
  }

  communeOf(place: Place | null): Commune | undefined {
    return communeAt(this.communes, place, this.#lastCommune)
  }

  /** Whether a report from there may be refused: it lies outside every commune. */
  isOutside(place: Place | null): boolean {
    return place !== null && isOutside(this.communes, place)
  }

  /** The village as the phone finds it: "Thôn Đồng Sim"; null outside of all that are known. */
  villageNameAt(place: Place): string | null {
    const village = villageAt(this.villages, place)
    return village ? placeName(village.properties) : null
  }

  /** Where this was sent from is where the next one begins. */
  async rememberCommune(place: Place) {
    const commune = communeAt(this.communes, place, null)
    if (commune) await this.#store.keep(LAST_COMMUNE, commune.code)
  }

  nameOf(code: string | null): string {
    return this.categories?.find((category) => category.code === code)?.name[this.#i18n.locale] ?? code ?? ''
  }
}
