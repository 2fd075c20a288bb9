const MOST_MBPS = 100_000

/** What somebody writes of a rate, in Mbit/s: 25,5 or 25.5. */
const numberOf = (text: string) => Number(text.trim().replace(',', '.'))

/** Whether a text is a rate that the server takes; nothing is one too: it was not measured. */
export const isRate = (text: string): boolean =>
  text.trim() === '' || (numberOf(text) > 0 && numberOf(text) <= MOST_MBPS)

/** A rate as a check's field; none where nothing is written. */
export const rateOf = <Name extends 'down' | 'up'>(name: Name, text: string) =>
  text.trim() === '' ? {} : { [name]: { mbps: numberOf(text) } }
