import type { Ground } from './contract.ts'

/** All rings of a ground, holes among them, as a drawing needs them. */
export const ringsOf = ({ coordinates }: Ground) => coordinates.flat()
