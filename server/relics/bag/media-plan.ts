import { isDeepStrictEqual } from 'node:util'
import { keepOpen, type ShownFile } from '../../db/keep-open.ts'
import type { Queryable } from '../../db/pool.ts'
import type { MovedFile } from '../../media/moving/contract.ts'
import { shownOf } from '../medium-queries.ts'
import type { BagMedium } from './contract.ts'
import { findHeld, putMedium, type HeldMedium } from './media-queries.ts'
import { readRelics } from './queries.ts'

interface Matched {
  medium: BagMedium
  held: HeldMedium | undefined
}

interface PlannedMedium extends Matched {
  siteId: number | null
}

interface OfSite {
  relic: { media: readonly BagMedium[] }
  siteId: number | null
}

/** An image may be called a document later, and is the same medium. */
const familyOf = (kind: string) => (kind === 'document' ? 'image' : kind)

const isOne = (here: HeldMedium, { original, kind }: BagMedium) =>
  here.original === original && familyOf(here.kind) === familyOf(kind)

/** Takes the media out of `held` of which a bag says what is said here; answers what it says of others. */
function takeSaid(media: readonly BagMedium[], said: readonly BagMedium[], held: Set<HeldMedium>) {
  const isSaid = (medium: BagMedium) => said.some((one) => isDeepStrictEqual(one, medium))
  for (const medium of media.filter(isSaid)) {
    const isSame = (one: HeldMedium) =>
      isOne(one, medium) && !one.gone && one.validFrom === medium.validFrom && one.validTo === medium.validTo
    const own = [...held].find(isSame)
    if (own) held.delete(own)
  }
  return media.filter((medium) => !isSaid(medium))
}

/** What a bag says of a medium in the light of what is here; what was taken down here stays down, and does so since its day here. */
function matched(medium: BagMedium, held: Set<HeldMedium>): Matched[] {
  const own = [...held].find((one) => isOne(one, medium))
  if (own?.gone) return medium.validTo === null ? [] : [{ medium, held: undefined }]
  if (own && own.validTo !== null) return []
  if (own) held.delete(own)
  return [{ medium, held: own }]
}

/** What a bag says of one relic's media that is not said here. */
async function ofSite(db: Queryable, { relic, siteId }: OfSite): Promise<PlannedMedium[]> {
  if (siteId === null) return relic.media.map((medium) => ({ siteId, medium, held: undefined }))
  const held = new Set(await findHeld(db, siteId))
  const said = (await readRelics(db, [siteId])).relics[0]?.media ?? []
  const others = takeSaid(relic.media, said, held)
  return others.flatMap((medium) => matched(medium, held)).map((one) => ({ siteId, ...one }))
}

/** The media of a bag that are new here or of which it says something else. */
export async function planMedia(db: Queryable, sites: readonly OfSite[]): Promise<PlannedMedium[]> {
  const planned: PlannedMedium[] = []
  for (const site of sites) planned.push(...(await ofSite(db, site)))
  return planned
}

/** The files that visitors are served of a medium, none once it has ended. */
const shownFiles = ({ medium }: PlannedMedium): ShownFile[] =>
  medium.validTo === null
    ? shownOf({ ...medium, sha256: medium.original, file: medium.shown }, medium.kind)
    : []

/** Says of all media what the bag says, known from a moment, and opens what they show; how many were new or other. */
export async function applyMedia(
  db: Queryable,
  sites: readonly (OfSite & { siteId: number })[],
  files: readonly MovedFile[],
  at: string
): Promise<number> {
  const planned = await planMedia(db, sites)
  // An original is never open, whatever a bag says.
  const open = new Set(files.flatMap((file) => (file.open && file.madeOf !== null ? file.sha256 : [])))
  const shown = planned.flatMap(shownFiles).filter(({ file }) => open.has(file))
  await keepOpen(db, shown)
  for (const { siteId, medium, held } of planned)
    if (siteId !== null) await putMedium(db, siteId, medium, held, at)
  return planned.length
}
