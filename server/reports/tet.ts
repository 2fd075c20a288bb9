/** The first day of the lunar year lies between 21 January and 20 February; offices close a day or two before. */
const EARLIEST = '01-19'
const LATEST = '02-22'

/** Whether days on which offices are closed (YYYY-MM-DD) hold the Tết days of a year: no other holiday is near them. */
export const hasTet = (year: number, closed: readonly string[]): boolean =>
  closed.some((day) => day >= `${year}-${EARLIEST}` && day <= `${year}-${LATEST}`)
