import type { Ask } from '../figures/draft.ts'
import type { Ground } from '../figures/ground.ts'
import type { LiveMap } from '../figures/maps.ts'
import type { Source } from '../figures/sources.ts'
import { HttpError } from '../http/errors.ts'
import type { MissingItem } from '../figures/contract.ts'
import type { MobileTechnology } from './contract.ts'
import type { Heard } from './cover-count.ts'
import type { LandAsk } from './land.ts'

/** What counts of one technology in one commune. */
export interface InForce extends Heard {
  ground: Ground
  maps: readonly LiveMap[]
  expected: readonly string[]
  heard: readonly string[]
  sliceIds: readonly number[]
  sources: readonly Source[]
  /** Whose map would turn an unknown into an answer. */
  missing: readonly MissingItem[]
}

const unique = (names: readonly string[]) => [...new Set(names)].sort()

/** The maps in force in one of the communes asked for, the operators expected there, and who is still to be heard. */
export function inForce(
  ask: Pick<Ask, 'maps' | 'expected'>,
  ground: Ground,
  technology: MobileTechnology
): InForce {
  const here = (row: { communeCode: string; technology: string }) =>
    row.communeCode === ground.code && row.technology === technology
  const maps = ask.maps.filter(here)
  const waited = ask.expected.filter(here)
  const expected = unique(waited.map(({ operator }) => operator))
  const heard = unique(maps.filter((map) => map.heard).map(({ operator }) => operator))
  const silent = expected.filter((operator) => !heard.includes(operator))
  return {
    ground,
    maps,
    expected,
    heard,
    operators: unique(maps.map(({ operator }) => operator)),
    silenceIsNo: expected.length > 0 && silent.length === 0,
    sliceIds: maps.flatMap(({ sliceId }) => (sliceId === null ? [] : [sliceId])),
    sources: [
      ...maps.map(({ importId, validFrom }) => ({ importId, validFrom })),
      ...waited.flatMap(({ importId }) => (importId === null ? [] : [{ importId, validFrom: null }]))
    ],
    missing:
      expected.length === 0
        ? [{ kind: 'operators' }]
        : silent.map((operator) => ({ kind: 'delivery' as const, operator }))
  }
}

/** A mask of operators must stay a whole number that a double can hold. */
const MOST_OPERATORS = 52

/** Throws 422 where more operators have maps than a mask has bits: so many are one operator's name in many spellings. */
export function requireCountable({ ground, operators }: InForce, technology: MobileTechnology) {
  if (operators.length <= MOST_OPERATORS) return
  const { code, name } = ground
  throw new HttpError(422, {
    vi: `Xã ${name} (${code}) có bản đồ ${technology} của ${operators.length} nhà mạng, nhiều hơn mức tính được là ${MOST_OPERATORS}. Thường là do một nhà mạng được ghi bằng nhiều tên: hãy gỡ các lần nạp ghi sai tên rồi nạp lại với một tên cho mỗi nhà mạng.`,
    en: `Commune ${name} (${code}) has ${technology} maps of ${operators.length} operators, more than the ${MOST_OPERATORS} that can be counted. Mostly that is one operator under many names: undo the imports with wrong names and import them again with one name for each operator.`
  })
}

/** The maps of several communes as the columns that the counting queries take: commune, slice, bit of the operator. */
export function liveColumns(forces: readonly InForce[]): [string[], number[], number[]] {
  const rows = forces.flatMap(({ maps, operators }) =>
    maps.flatMap(({ communeCode, sliceId, operator }) =>
      sliceId === null ? [] : [{ communeCode, sliceId, bit: operators.indexOf(operator) }]
    )
  )
  return [rows.map((row) => row.communeCode), rows.map((row) => row.sliceId), rows.map((row) => row.bit)]
}

/** The commune and its villages, each with the slices in force there; nothing where no map is. */
export function landAsks(forces: readonly InForce[]): LandAsk[] {
  return forces.flatMap(({ ground, maps, sliceIds }) =>
    maps.length === 0
      ? []
      : [ground.areaId, ...ground.villages.map(({ areaId }) => areaId)].flatMap((areaId) =>
          areaId === null ? [] : [{ areaId, sliceIds }]
        )
  )
}
