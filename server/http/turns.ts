/** Runs at most `count` pieces of work at a time, the others wait in their order. */
export function atMost(count: number) {
  const waiting: (() => void)[] = []
  let running = 0
  const begin = () => {
    if (running < count) {
      running++
      return Promise.resolve()
    }
    return new Promise<void>((resolve) => waiting.push(resolve))
  }
  const end = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await begin()
    try {
      return await work()
    } finally {
      end()
    }
  }
}

/** What `atMost` gives. */
export type Turns = ReturnType<typeof atMost>
