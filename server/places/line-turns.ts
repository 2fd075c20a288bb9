import { finished } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { lineBusy } from './refusals.ts'

/** How many lines are measured at once; more would measure one another. */
const AT_ONCE = 4
/** Of one house, where all have one line; so that nobody takes every turn with the key of one sheet. */
const AT_ONE_HOUSE = 2
/** A measuring that takes longer is cut off: so slow a line has told what it is. */
const LONGEST_MS = 30_000

/** Turns at measuring. Whoever takes one gives it back when its answer is sent or its connection ends, 30 s later at most. */
export function openTurns() {
  const taken: number[] = []
  return function take(house: number, reply: FastifyReply): void {
    const own = taken.filter((other) => other === house)
    if (taken.length >= AT_ONCE || own.length >= AT_ONE_HOUSE) throw lineBusy()
    taken.push(house)
    const cut = setTimeout(() => reply.raw.destroy(), LONGEST_MS)
    finished(reply.raw, () => {
      clearTimeout(cut)
      taken.splice(taken.indexOf(house), 1)
    })
  }
}
