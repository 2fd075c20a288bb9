import { finished } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { lineBusy } from './refusals.ts'

/** How many lines are measured at once; more would measure one another. */
const AT_ONCE = 4
/** A measuring that takes longer is cut off: so slow a line has told what it is. */
const LONGEST_MS = 30_000

/** Turns at measuring. Whoever takes one gives it back when its answer is sent or its connection ends, 30 s later at most. */
export function openTurns() {
  let taken = 0
  return function take(reply: FastifyReply): void {
    if (taken >= AT_ONCE) throw lineBusy()
    taken++
    const cut = setTimeout(() => reply.raw.destroy(), LONGEST_MS)
    finished(reply.raw, () => {
      clearTimeout(cut)
      taken--
    })
  }
}
