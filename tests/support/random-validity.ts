import type { Random } from './random-shapes.ts'
import type { Valid } from './world.ts'

export const ALWAYS = { from: '-infinity', to: 'infinity' }

/** Mostly always; else until, from or between days on both sides of those asked about. */
export function validity(random: Random): Valid {
  if (random.chance(0.7)) return ALWAYS
  return random.pick([
    { from: '-infinity', to: '2026-03-01' },
    { from: '2026-03-01', to: 'infinity' },
    { from: '2026-06-30', to: '2026-07-15' }
  ])
}
