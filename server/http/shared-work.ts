import { atMost } from './turns.ts'

interface Limits {
  /** How many pieces of work run at once. */
  atATime: number
  /** How many different ones may be under way, those that wait among them. */
  most: number
  /** What is told to whoever comes when there are so many. */
  busy: () => Error
}

/**
 * Work that may be asked for by many at once: the same (by its key) is done once for all who wait for it. A caller who went
 * away ends nothing, so that `most` alone bounds what waits. Throws what `busy` gives.
 */
export function sharedWork<T>({ atATime, most, busy }: Limits) {
  const underWay = new Map<string, Promise<T>>()
  const turns = atMost(atATime)
  return (key: string, work: () => Promise<T>): Promise<T> => {
    const same = underWay.get(key)
    if (same) return same
    if (underWay.size >= most) throw busy()
    const doing = turns(work).finally(() => underWay.delete(key))
    underWay.set(key, doing)
    return doing
  }
}
