import type { PlaceDraft } from './draft.ts'

/** What was written of a place and is not saved yet. */
export interface KeptDraft {
  /** The version that the form began with; null: the place is new. */
  etag: string | null
  base: PlaceDraft
  draft: PlaceDraft
}

const PREFIX = 'place-draft '

/** Where one account's unsaved form of one place outlives a reload: this tab alone, until it is saved or closed. */
export class DraftStore {
  readonly #key: string

  constructor(account: number, collection: string, place: string) {
    this.#key = `${PREFIX}${account} ${collection}/${place}`
  }

  read(): KeptDraft | undefined {
    const text = sessionStorage.getItem(this.#key)
    return text === null ? undefined : (JSON.parse(text) as KeptDraft) // written below alone
  }

  /** False: the browser has no room for it. */
  keep(kept: KeptDraft): boolean {
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

/** Takes away what was not saved: another account may come to this tab. */
export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
