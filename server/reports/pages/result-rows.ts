import type { Results } from '../results-contract.ts'
import { areaName, type Known } from './list-page.ts'

/** A line of a table of results. */
export interface ResultLine {
  name: string
  part: Results & { rank: number | null }
}

/** Lines by name; where names repeat, with the commune beside each. */
export function rowsOf<Given extends ResultLine['part'] & { commune: string | null }>(
  parts: readonly Given[],
  nameOf: (part: Given) => string,
  { communes }: Known
): ResultLine[] {
  const names = parts.map(nameOf)
  return parts.map((part, i) => {
    const name = names[i] ?? ''
    const area = communes.find(({ code }) => code === part.commune)
    const isOnly = names.indexOf(name) === names.lastIndexOf(name)
    return { part, name: isOnly || !area ? name : `${name} (${areaName(area)})` }
  })
}
