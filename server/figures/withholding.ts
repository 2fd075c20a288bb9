/** Figures of fewer households than this are not public. */
export const FEWEST_HOUSEHOLDS = 5

/** A part of a commune: how many households it has (null: not known) and whether it adds to the commune's sums. */
export interface Part {
  key: string
  households: number | null
  adds: boolean
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

/**
 * Keys of the parts that the public does not get. A part of fewer than 5 households is withheld; then the next smallest
 * ones that add to the sums, until what the rest leaves open is at least two parts with 5 households together, so that no
 * subtraction from the commune's figure gives a small part away.
 */
export function withheldParts(parts: readonly Part[]): Set<string> {
  const bySize = parts
    .flatMap(({ key, households, adds }) => (households ? [{ key, households, adds }] : []))
    .sort((one, other) => one.households - other.households || (one.key < other.key ? -1 : 1))
  const withheld = bySize.filter(({ households }) => isSmall(households))
  if (withheld.length === 0) return new Set()
  const isHidden = () => {
    const adding = withheld.filter(({ adds }) => adds)
    return (
      adding.length > 1 && adding.reduce((sum, { households }) => sum + households, 0) >= FEWEST_HOUSEHOLDS
    )
  }
  for (const next of bySize.slice(withheld.length)) {
    if (isHidden()) break
    if (next.adds) withheld.push(next)
  }
  return new Set(withheld.map(({ key }) => key))
}
