import type { Commune } from '../../server/areas/contract.ts'

/** The commune to open: the one that was asked for, else the illustration, else the first with a boundary, else the first. */
export function communeToOpen(communes: readonly Commune[], asked: string | undefined): Commune | undefined {
  return (
    communes.find(({ code }) => code === asked) ??
    communes.find(({ illustration, bbox }) => illustration && bbox !== null) ??
    communes.find(({ bbox }) => bbox !== null) ??
    communes[0]
  )
}
