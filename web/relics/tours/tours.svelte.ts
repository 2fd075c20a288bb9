import type { listRelicGaps, RelicGaps } from '../../../server/relics/staff-contract.ts'
import type {
  changeTour,
  createTour,
  listTours,
  publishTour,
  StaffTour,
  TourWords
} from '../../../server/relics/tour-contract.ts'
import type { readTourWeight } from '../../../server/relics/tour-weight-contract.ts'
import type { Client } from '../../http/client.ts'
import { RequestError } from '../../http/get-json.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { OutdatedError } from '../../http/send-json.ts'
import { Work } from '../../http/work.svelte.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { tourMessages as messages } from './tour-messages.ts'

/** The tours of a commune, and what is done with them. */
export class Tours {
  readonly list = new Resource<StaffTour[]>()
  /** What a tour can lead to. */
  readonly relics = new Resource<RelicGaps[]>()
  readonly work: Work
  readonly #client: Client
  readonly #i18n: I18n

  constructor(client: Client, i18n: I18n) {
    this.#client = client
    this.#i18n = i18n
    this.work = new Work(i18n)
  }

  /** Asks for both; answers what ends the questions. */
  load() {
    const tours = this.list.load(
      async (signal) =>
        (await this.#client.get<typeof listTours>('/api/staff/relic-tours', {}, { signal })).tours
    )
    const relics = this.relics.load(
      async (signal) =>
        (await this.#client.get<typeof listRelicGaps>('/api/staff/relics', {}, { signal })).relics
    )
    return () => {
      tours()
      relics()
    }
  }

  /** What a tour weighs that is taken along, as it is saved now. */
  readWeight({ id }: Pick<StaffTour, 'id'>, signal: AbortSignal) {
    const path = '/api/staff/relic-tours/:id/weight' as const
    return this.#client.get<typeof readTourWeight>(path, {}, { params: { id: String(id) }, signal })
  }

  /** Makes a tour; true: done. */
  create(body: TourWords) {
    return this.work.run(async () => {
      const path = '/api/staff/relic-tours' as const
      this.#keep(await this.#client.send<typeof createTour>(path, { method: 'POST', body }))
    })
  }

  /** Says all of a tour of a version anew; true: done. */
  change({ id, version }: Pick<StaffTour, 'id' | 'version'>, body: TourWords) {
    const sending = { method: 'PUT', params: { id }, body, version } as const
    return this.#try(this.#i18n.t(messages.outdated), () =>
      this.#client.send<typeof changeTour>('/api/staff/relic-tours/:id', sending)
    )
  }

  /** Puts it before the public or takes it back; true: done. */
  publish({ id, version }: StaffTour, published: boolean) {
    const sending = { method: 'PUT', params: { id }, body: { published }, version } as const
    return this.#try(this.#i18n.t(messages.outdatedList), () =>
      this.#client.send<typeof publishTour>('/api/staff/relic-tours/:id/published', sending)
    )
  }

  /** In the place of its earlier version; a new one is the first. */
  #keep(tour: StaffTour) {
    const all = this.list.value ?? []
    const isKnown = all.some(({ id }) => id === tour.id)
    this.list.value = isKnown ? all.map((one) => (one.id === tour.id ? tour : one)) : [tour, ...all]
  }

  /** Where somebody was quicker, what is there now takes the tour's place, and `sentence` says so. */
  #try(sentence: string, send: () => Promise<StaffTour>) {
    return this.work.run(async () => {
      try {
        this.#keep(await send())
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error
        this.#keep(error.current as StaffTour) // 412 of these routes is the tour
        throw new RequestError('refused', 412, sentence)
      }
    })
  }
}
