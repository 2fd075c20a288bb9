import type { HouseOfList, HousesShown } from '../../../server/places/staff-contract.ts'

const LONGEST_DAYS = 3650
const SHOWS = ['all', 'due', 'never', 'older', 'failing'] as const satisfies readonly HousesShown[]

/** States of the houses that somebody should go to. */
const isDue = ({ state }: HouseOfList) => state === 'never' || state === 'overdue'
const IS_SHOWN: Readonly<Record<HousesShown, (house: HouseOfList) => boolean>> = {
  all: () => true,
  due: isDue,
  never: ({ state }) => state === 'never',
  older: ({ state }) => state === 'overdue',
  failing: ({ state }) => state === 'failing'
}

/** Which houses of the list are looked at, and within how many days a check counts. */
export class HousesChoice {
  readonly shows = SHOWS
  show = $state<HousesShown>('all')
  /** '' is every one. */
  commune = $state('')
  village = $state('')
  /** As it is typed; '' is what the indicator itself takes. */
  days = $state('')

  get areDaysRight() {
    const days = this.days.trim()
    return days === '' || (/^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= LONGEST_DAYS)
  }

  /** Of the server; while what is typed is no number, its own. */
  get daysAsked(): { days?: number } {
    return this.areDaysRight && this.days.trim() !== '' ? { days: Number(this.days) } : {}
  }

  meets(house: HouseOfList) {
    const { commune, village } = this
    const isThere = (!commune || house.communeCode === commune) && (!village || house.villageCode === village)
    return isThere && IS_SHOWN[this.show](house)
  }

  /** The query by which the server answers the same. */
  queryIn(lang: string) {
    const { show, commune, village, daysAsked } = this
    const asked = {
      lang,
      ...(show === 'all' ? {} : { show }),
      ...(commune && { commune }),
      ...(village && { village }),
      ...daysAsked
    }
    return Object.entries(asked)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')
  }
}

/** The houses to go to. */
export const dueOf = (houses: readonly HouseOfList[]) => houses.filter(isDue)
