import { getContext, setContext } from 'svelte'

const PREFIX = 'draft '
const OWNER = Symbol('account')

/** Where what one account wrote and did not save outlives another page and a reload: this tab alone, until it is saved or given up. */
export class DraftStore<T> {
  readonly #key: string

  constructor(account: number, name: string) {
    this.#key = `${PREFIX}${account} ${name}`
  }

  read(): T | undefined {
    const text = sessionStorage.getItem(this.#key)
    return text === null ? undefined : (JSON.parse(text) as T) // written below alone
  }

  /** False: the browser has no room for it. */
  keep(kept: T): boolean {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(kept))
      return true
    } catch {
      return false
    }
  }

  forget() {
    sessionStorage.removeItem(this.#key)
  }
}

/** Says for the components below whose drafts are kept. */
export const setDraftOwner = (account: number) => setContext(OWNER, account)

/** Of whoever is signed in; to be called while a component is made. */
export const draftStore = <T>(name: string) => new DraftStore<T>(getContext<number>(OWNER), name)

/** Takes away what was not saved: another account may come to this tab. */
export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
