/** What a form sets of a thing: plain values by name. */
export type Fields = Record<string, string | boolean>

/** A field that two people changed to different values. */
export interface Clash {
  name: string
  mine: string | boolean
  theirs: string | boolean
}

/** What somebody else saved while a form was open: the names that were taken over from him, and where a person must choose. */
export interface Met {
  taken: readonly string[]
  clashes: readonly Clash[]
}

/**
 * What becomes of a form when somebody else saved meanwhile: what was not touched here is taken from him (`taken`), what
 * both changed differently stays as it was written here and is named (`clashes`), for a person to choose.
 */
export function meet<F extends Fields>(base: F, mine: F, theirs: F) {
  const taken: Partial<Fields> = {}
  const clashes: Clash[] = []
  for (const [name, was] of Object.entries(base)) {
    const [own = was, other = was] = [mine[name], theirs[name]]
    if (other === was || other === own) continue
    if (own === was) taken[name] = other
    else clashes.push({ name, mine: own, theirs: other })
  }
  return { draft: { ...mine, ...taken }, taken: Object.keys(taken), clashes }
}
