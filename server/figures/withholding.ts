/** Figures of fewer households than this are not public. */
export const FEWEST_HOUSEHOLDS = 5

/** A part of a commune. */
export interface Part {
  key: string
  /** null: not known. */
  households: number | null
  /** Whether its numbers are in the commune's sums. */
  adds: boolean
  /** Whether it is in the commune's counts of what is missing. */
  lacks?: boolean
}

/** Whether a number of households is so small that what is said of them is said of single homes. */
export const isSmall = (households: number | null): boolean =>
  households !== null && households > 0 && households < FEWEST_HOUSEHOLDS

/**
 * How many households a part has, as far as withholding goes: the points' or the register's, whichever is fewer. Null:
 * neither is known.
 */
export function fewestHouseholds(counted: number | null, registered: number | null): number | null {
  const known = [counted, registered].flatMap((count) => (count !== null && count > 0 ? [count] : []))
  return known.length > 0 ? Math.min(...known) : null
}

/** The households of a whole from its parts'; null: those of none are known. */
export const sumOfHouseholds = (parts: readonly (number | null)[]): number | null =>
  parts.reduce((sum, households) => (households === null ? sum : (sum ?? 0) + households), null)

/** What the public does not get of a commune's parts; `wholeToo`: nor of the commune, for there was nothing to hide them by. */
export interface Withheld {
  keys: Set<string>
  wholeToo: boolean
}

const householdsOf = (parts: readonly { households: number }[]) =>
  parts.reduce((sum, { households }) => sum + households, 0)

/**
 * The parts that the public does not get. A part of fewer than 5 households is withheld; then the next smallest ones that
 * add to the sums, until what the rest leaves open is at least two parts with 5 households together, so that no
 * subtraction from the commune's figure gives a small part away.
 */
export function withheldParts(parts: readonly Part[]): Withheld {
  const bySize = parts
    .flatMap(({ key, households, adds, lacks = false }) =>
      households ? [{ key, households, adds, lacks }] : []
    )
    .sort((one, other) => one.households - other.households || (one.key < other.key ? -1 : 1))
  const withheld = bySize.filter(({ households }) => isSmall(households))
  const adding = () => withheld.filter(({ adds }) => adds)
  const isHidden = () => adding().length > 1 && householdsOf(adding()) >= FEWEST_HOUSEHOLDS
  // A small part that is in no sum and no count needs nothing to hide by.
  const others = withheld.some(({ adds, lacks }) => adds || lacks) ? bySize.slice(withheld.length) : []
  for (const next of others) {
    if (isHidden()) break
    if (next.adds) withheld.push(next)
  }
  return {
    keys: new Set(withheld.map(({ key }) => key)),
    wholeToo: !isHidden() && adding().some(({ households }) => isSmall(households))
  }
}
