/** A phone number as people write it: 0 or +84, then eight to ten digits, in groups or not. */
const PHONE = /(?<![\d.,])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d.,]?\d)/g
/** An identity number: 9 (the old card) or 12 digits, in threes or not. */
const IDENTITY = /(?<![\d.,])\d{3}(?: ?\d{3}){2,3}(?![\d.,]?\d)/g

/** What looks like somebody's phone or identity number in words that everybody will read, as it is written there. */
export function personalNumbersIn(words: string): string[] {
  const found = [...words.matchAll(PHONE), ...words.matchAll(IDENTITY)].map(([number]) => number)
  return [...new Set(found)]
}
