/** An undirected link between two nodes, with what it costs to go along it. */
export interface Link<T> {
  ends: readonly [T, T]
  cost: number
}

function costsFrom<T>(links: readonly Link<T>[], start: T) {
  const cost = new Map<T, number>([[start, 0]])
  const previous = new Map<T, T>()
  // Bellman-Ford: the graphs here have tens of nodes.
  for (let changed = true; changed;) {
    changed = false
    for (const link of links.flatMap(({ ends: [a, b], cost: price }) => [
      { from: a, to: b, price },
      { from: b, to: a, price }
    ])) {
      const reached = (cost.get(link.from) ?? Infinity) + link.price
      if (reached >= (cost.get(link.to) ?? Infinity)) continue
      cost.set(link.to, reached)
      previous.set(link.to, link.from)
      changed = true
    }
  }
  return previous
}

/** The cheapest way, both ends included; throws when there is none. */
export function cheapestWay<T>(links: readonly Link<T>[], start: T, end: T): T[] {
  const previous = costsFrom(links, start)
  const way = [end]
  for (let node = end; node !== start;) {
    const before = previous.get(node)
    if (before === undefined) throw new Error('The two are not linked')
    way.unshift(before)
    node = before
  }
  return way
}

/** The links of a minimum spanning tree (Kruskal). */
export function spanningTree<T>(links: readonly Link<T>[]): Link<T>[] {
  const group = new Map<T, T>()
  const rootOf = (node: T): T => {
    const parent = group.get(node)
    return parent === undefined ? node : rootOf(parent)
  }
  return links
    .toSorted((a, b) => a.cost - b.cost)
    .filter(({ ends: [a, b] }) => {
      const [rootA, rootB] = [rootOf(a), rootOf(b)]
      if (rootA !== rootB) group.set(rootA, rootB)
      return rootA !== rootB
    })
}
