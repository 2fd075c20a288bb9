import type { Queryable } from '../db/pool.ts'
import { gapFindings, invalidFindings, overlapFindings, reachFindings } from './border-findings.ts'
import { countAreas, findGaps, findInvalid, findOverlaps, findReaches } from './border-queries.ts'
import { QUALITY_KINDS, type QualityKind, type QualityLimits, type QualityReason } from './contract.ts'
import { lackingFindings, uncheckedFindings } from './fact-findings.ts'
import { findLacking, findUnchecked } from './fact-queries.ts'
import type { Found } from './found.ts'
import { duplicateFindings, outsideFindings, premisesFinding } from './place-findings.ts'
import { countPremisesOutside, countRecords, findOutside, findPairs, type Asked } from './place-queries.ts'
import type { Kept } from './record-sql.ts'
import {
  isComparable,
  registerContradictions,
  registerLacking,
  registersUnconfirmed,
  sumFindings
} from './village-findings.ts'
import { findPointSums, findRegisters } from './village-queries.ts'

/** What looking came to: findings in the order of their kinds, and why some kinds could not be looked at. */
export interface Looked {
  name: string | null
  found: Found[]
  reasons: Partial<Record<QualityKind, QualityReason>>
}

interface Eyes {
  db: Queryable
  kept: readonly Kept[]
}

async function lookAtBorders(db: Queryable, { commune, day }: Asked, limits: QualityLimits) {
  // One after the other: the embedded engine has one connection, and a round looks within its transaction.
  return [
    ...invalidFindings(await findInvalid(db, commune, day)),
    ...overlapFindings(await findOverlaps(db, commune, day, limits.overlapM2)),
    ...gapFindings(await findGaps(db, commune, day, limits.gapM2)),
    ...reachFindings(await findReaches(db, commune, day, limits.reachM2))
  ]
}

async function lookAtPlaces({ db, kept }: Eyes, asked: Asked, limits: QualityLimits) {
  const found: Found[] = []
  const months = { check: limits.checkMonths, confirm: limits.confirmMonths }
  for (const collection of kept)
    found.push(
      ...outsideFindings(collection, await findOutside(db, collection, asked, limits.outsideM)),
      ...duplicateFindings(collection, await findPairs(db, collection, asked, limits.duplicateM)),
      ...lackingFindings(collection, await findLacking(db, collection, asked)),
      ...uncheckedFindings(collection, await findUnchecked(db, collection, asked, months))
    )
  const { count, metres } = await countPremisesOutside(db, asked, limits.outsideM)
  return [...found, ...premisesFinding(count, metres)]
}

async function lookAtRegisters(db: Queryable, { commune, day }: Asked, limits: QualityLimits) {
  const registers = await findRegisters(db, commune, day, limits.confirmMonths)
  const sums = await findPointSums(db, commune, day)
  const registered = registers.some(({ population, households }) => population ?? households)
  const comparable = registers.some((row) => isComparable(row, sums.get(row.code)))
  const contradictions = registerContradictions(registers)
  const found = [
    ...registerLacking(registers),
    ...registersUnconfirmed(registers),
    ...sumFindings(registers, sums, limits.sumPercent),
    ...contradictions
  ]
  const reason: QualityReason | undefined = !registered
    ? 'no_register'
    : comparable || contradictions.length > 0
      ? undefined
      : 'no_premises'
  return { found, reason }
}

/** Why kinds cannot be looked at, by what the commune has. */
function reasonsOf(bordered: boolean, villages: number, records: number, sums: QualityReason | undefined) {
  const border: QualityReason | undefined = bordered ? undefined : 'no_border'
  const areas: QualityReason | undefined = villages > 0 ? undefined : 'no_villages'
  const places: QualityReason | undefined = records > 0 ? undefined : 'no_places'
  const facts = villages > 0 ? undefined : places
  const reasons: Partial<Record<QualityKind, QualityReason | undefined>> = {
    invalid: areas,
    overlap: areas,
    gap: areas ?? border,
    reach: areas ?? border,
    outside: border,
    duplicate: places,
    missing: facts,
    unchecked: facts,
    sums: areas ?? sums
  }
  return Object.fromEntries(
    Object.entries(reasons).filter(([, reason]) => reason !== undefined)
  ) as Looked['reasons'] // those without a reason are left out
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Sentences begin with a capital, though names of kinds of villages do not. */
const asSentence = ({ text, ...rest }: Found): Found => ({
  ...rest,
  text: { vi: capital(text.vi), en: capital(text.en) }
})

/** Where two things are told alike (a source's id used twice), the later ones are numbered. */
function withOwnKeys(found: readonly Found[]): Found[] {
  const times = new Map<string, number>()
  return found.map((one) => {
    const time = (times.get(one.key) ?? 0) + 1
    times.set(one.key, time)
    return time === 1 ? one : { ...one, key: `${one.key}#${time}` }
  })
}

/** Looks at a commune's facts as they are known now. Nothing is kept. */
export async function lookAt({ db, kept }: Eyes, asked: Asked, limits: QualityLimits): Promise<Looked> {
  const { bordered, villages, name } = await countAreas(db, asked.commune, asked.day)
  const borders = await lookAtBorders(db, asked, limits)
  const places = await lookAtPlaces({ db, kept }, asked, limits)
  const registers = await lookAtRegisters(db, asked, limits)
  const records = await countRecords(db, kept, asked)
  const reasons = reasonsOf(bordered, villages, records, registers.reason)
  const all = [...borders, ...places, ...registers.found].filter(({ kind }) => reasons[kind] === undefined)
  const found = QUALITY_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind))
  return { name, found: withOwnKeys(found.map(asSentence)), reasons }
}
