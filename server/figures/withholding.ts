/** Figures of fewer households than this are not public. */
export const FEWEST_HOUSEHOLDS = 5

/** A part of a commune and how many households its figure is about; null: not known, so nobody can be told from it. */
export interface Part {
  key: string
  households: number | null
}

/**
 * Keys of the parts that the public does not get. A part of fewer than 5 households is withheld; then the next smallest
 * ones, until what the rest leaves open is at least two parts with 5 households together, so that no subtraction from the
 * commune's figure gives a small part away. A part of no household protects nobody and hides nobody: it is not among them.
 */
export function withheldParts(parts: readonly Part[]): Set<string> {
  const bySize = parts
    .flatMap(({ key, households }) => (households === null || households === 0 ? [] : [{ key, households }]))
    .sort((one, other) => one.households - other.households || (one.key < other.key ? -1 : 1))
  const withheld = bySize.filter(({ households }) => households < FEWEST_HOUSEHOLDS)
  if (withheld.length === 0) return new Set()
  const sum = () => withheld.reduce((total, { households }) => total + households, 0)
  for (const next of bySize.slice(withheld.length)) {
    if (withheld.length > 1 && sum() >= FEWEST_HOUSEHOLDS) break
    withheld.push(next)
  }
  return new Set(withheld.map(({ key }) => key))
}
