import type { Bilingual } from '../http/language.ts'
import type { Finding } from './contract.ts'
import type { Kept } from './record-sql.ts'

/** A finding as it is computed, before anybody decided about it. */
export type Found = Omit<Finding, 'case'>

/** A place and its shape, as the queries give them; all null where there is none to show. */
export interface Shown {
  lng: number | null
  lat: number | null
  geometry: Found['geometry']
}

/** Where it is, as a finding tells it. */
export const shownAt = ({ lng, lat, geometry }: Shown): Pick<Found, 'at' | 'geometry'> => ({
  at: lng === null || lat === null ? null : { lng, lat },
  geometry
})

const small = (title: string) => title.charAt(0).toLocaleLowerCase('vi') + title.slice(1)

/** One place of a collection, for English, whose titles of collections are plural. */
const ONE: Readonly<Record<string, string>> = {
  cultural_houses: 'cultural house',
  cameras: 'camera',
  institutions: 'public institution',
  relics: 'relic',
  cell_sites: 'cell site'
}

/** A name, or the names of `many`, with the kind of place: many things are called after what they stand beside. */
export const named = (
  label: string,
  { id, title }: Pick<Kept, 'id' | 'title'>,
  many: 'one' | 'many' = 'one'
): Bilingual => ({
  vi: `${label} (${small(title.vi)})`,
  en: `${label} (${(many === 'one' ? ONE[id] : undefined) ?? small(title.en)})`
})

/** A number as each language writes it, with so many decimals at most. */
export const numberText = (value: number, digits = 0): Bilingual => ({
  vi: value.toLocaleString('vi-VN', { maximumFractionDigits: digits }),
  en: value.toLocaleString('en-GB', { maximumFractionDigits: digits })
})

/** m², with a decimal where it is little. */
export const areaText = (m2: number) => numberText(m2, m2 < 10 ? 1 : 0)

/** Metres below a kilometre, else kilometres, with the unit. */
export function distanceText(m: number): Bilingual {
  const far = m >= 1000
  const { vi, en } = far ? numberText(m / 1000, 2) : numberText(m, m < 10 ? 1 : 0)
  const unit = far ? 'km' : 'm'
  return { vi: `${vi} ${unit}`, en: `${en} ${unit}` }
}
