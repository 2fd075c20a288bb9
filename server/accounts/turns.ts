/** Whoever asks must come again later: too many wait. */
export class TooBusy extends Error {}

/**
 * Lets `running` works run at a time; at most `waiting` others wait. `first` goes before them and is never turned away,
 * so that a flood of strangers does not keep out those who are known.
 */
export function takeTurns(running: number, waiting: number) {
  let free = running
  const known: (() => void)[] = []
  const strangers: (() => void)[] = []

  const turn = (first: boolean) => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    if (!first && strangers.length >= waiting) return Promise.reject(new TooBusy())
    return new Promise<void>((resolve) => (first ? known : strangers).push(resolve))
  }
  const pass = () => {
    const next = known.shift() ?? strangers.shift()
    if (next) next()
    else free += 1
  }
  return async <T>(work: () => Promise<T>, first = false): Promise<T> => {
    await turn(first)
    try {
      return await work()
    } finally {
      pass()
    }
  }
}
