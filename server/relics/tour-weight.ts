import { MOST_PACK_BYTES, type Pack } from './pack-contract.ts'
import { shownBy, type PackPage } from './pack.ts'
import type { PackMedium } from './pack-queries.ts'
import type { TourWeight } from './tour-weight-contract.ts'

type StopWeight = TourWeight['stops'][number]

const sum = (all: readonly number[]) => all.reduce((total, bytes) => total + bytes, 0)
const partOf = (bytes: readonly number[]) => ({ count: bytes.length, bytes: sum(bytes) })
const ofStop = ({ pictures, sounds }: StopWeight) => pictures.bytes + sounds.bytes

/** What makes a pack heavy; `pages`: the tour's own, then those of its stops in the same order. */
export function weightOf(
  pack: Pack,
  pages: readonly PackPage[],
  media: readonly PackMedium[],
  stops: readonly { slug: string; name: string }[]
): TourWeight {
  const bytesOf = new Map(pack.files.map(({ path, bytes }) => [path, bytes]))
  const kinds = new Map(media.map(({ sha256, isSound }) => [sha256, isSound]))
  const told = new Set<string>()
  const taken = (page: PackPage | undefined, isSound: boolean) => {
    const own = shownBy(page ? [page] : []).filter((hash) => kinds.get(hash) === isSound && !told.has(hash))
    own.forEach((hash) => told.add(hash))
    return partOf(own.map((hash) => bytesOf.get(`/api/media/${hash}`) ?? 0))
  }
  const weights = stops.map(({ slug, name }, index): StopWeight => {
    const page = pages[index + 1]
    return { slug, name, pictures: taken(page, false), sounds: taken(page, true) }
  })
  const others = pack.files.filter(({ kind }) => kind !== 'media').map(({ bytes }) => bytes)
  return {
    bytes: pack.bytes,
    most: MOST_PACK_BYTES,
    fits: pack.fits,
    isReduced: pack.isReduced,
    wholeBytes: sum(others) + sum(media.map(({ bytes }) => bytes)),
    rest: pack.bytes - sum(weights.map(ofStop)),
    stops: weights.toSorted((one, other) => ofStop(other) - ofStop(one))
  }
}
