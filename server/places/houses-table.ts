import { csvOf } from '../http/csv.ts'
import type { Bilingual, Language } from '../http/language.ts'
import { pathOf } from './pages/address.ts'
import { calendarDay, STATES, WIFI, WORDS } from './pages/words.ts'
import type { HouseOfList } from './staff-contract.ts'

const HEADS = {
  name: { vi: 'Nhà văn hóa', en: 'Cultural house' },
  commune: { vi: 'Mã xã', en: 'Commune code' },
  village: { vi: 'Thôn', en: 'Village' },
  declared: { vi: 'Wifi theo khai báo', en: 'Wifi as declared' },
  lastDay: { vi: 'Ngày kiểm tra gần nhất', en: 'Last check' },
  days: { vi: 'Số ngày đã qua', en: 'Days since' },
  state: { vi: 'Tình trạng', en: 'State' },
  down: { vi: 'Tải xuống (Mbit/s)', en: 'Down (Mbit/s)' },
  up: { vi: 'Tải lên (Mbit/s)', en: 'Up (Mbit/s)' },
  by: { vi: 'Người kiểm tra', en: 'Checked by' },
  page: { vi: 'Trang', en: 'Page' }
} as const satisfies Record<string, Bilingual>

/** The list as CSV, a line per house. `address`: the public address of the installation. */
export function housesTable(houses: readonly HouseOfList[], address: string, language: Language): string {
  const by = ({ check }: HouseOfList) => (check ? (check.by ?? WORDS.byKey[language]) : '')
  const lines = houses.map((house) => [
    house.name,
    house.communeCode ?? '',
    house.village ?? '',
    WIFI[house.wifi][language],
    house.lastDay ? calendarDay(house.lastDay, language) : '',
    house.daysSince ?? '',
    STATES[house.state][language],
    house.check?.downMbps?.toLocaleString(language, { useGrouping: false }) ?? '',
    house.check?.upMbps?.toLocaleString(language, { useGrouping: false }) ?? '',
    by(house),
    address + pathOf(house.id)
  ])
  return csvOf([Object.values(HEADS).map((head) => head[language]), ...lines])
}
