import { csvOf } from '../http/csv.ts'
import type { Bilingual, Language } from '../http/language.ts'
import { dayText } from '../http/pages/texts.ts'
import { pathOf } from './pages/address.ts'
import { calendarDay, STATES, WIFI, WORDS } from './pages/words.ts'
import type { HouseOfList } from './staff-contract.ts'

const HEADS = {
  name: { vi: 'Nhà văn hóa', en: 'Cultural house' },
  commune: { vi: 'Mã xã', en: 'Commune code' },
  village: { vi: 'Thôn', en: 'Village' },
  declared: { vi: 'Wifi theo khai báo', en: 'Wifi as declared' },
  declaredOn: { vi: 'Ngày khai báo', en: 'Declared on' },
  lastDay: { vi: 'Ngày kiểm tra gần nhất', en: 'Last check' },
  days: { vi: 'Số ngày đã qua', en: 'Days since' },
  state: { vi: 'Tình trạng (hạn {days} ngày)', en: 'State (within {days} days)' },
  down: { vi: 'Tải xuống (Mbit/s)', en: 'Down (Mbit/s)' },
  up: { vi: 'Tải lên (Mbit/s)', en: 'Up (Mbit/s)' },
  by: { vi: 'Người kiểm tra', en: 'Checked by' },
  page: { vi: 'Trang', en: 'Page' }
} as const satisfies Record<string, Bilingual>

/** What the table says of itself; `address`: the public address of the installation. */
interface Asked {
  days: number
  address: string
  language: Language
}

/** The list as CSV, a line per house. */
export function housesTable(houses: readonly HouseOfList[], { days, address, language }: Asked): string {
  const by = ({ check }: HouseOfList) => (check ? (check.by ?? WORDS.byKey[language]) : '')
  const rate = (mbps: number | null | undefined) =>
    mbps?.toLocaleString(language, { useGrouping: false }) ?? ''
  const heads = Object.values(HEADS).map((head) => head[language].replace('{days}', String(days)))
  const lines = houses.map((house) => [
    house.name,
    house.communeCode ?? '',
    house.village ?? '',
    WIFI[house.wifi][language],
    dayText(house.declaredAt, language),
    house.lastDay ? calendarDay(house.lastDay, language) : '',
    house.daysSince ?? '',
    STATES[house.state][language],
    rate(house.check?.downMbps),
    rate(house.check?.upMbps),
    by(house),
    address + pathOf(house.id)
  ])
  return csvOf([heads, ...lines])
}
