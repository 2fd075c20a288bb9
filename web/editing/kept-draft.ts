import { DraftStore as Store } from '../ui/draft-store.ts'
import type { PlaceDraft } from './draft.ts'

/** What was written of a place and is not saved yet. */
export interface KeptDraft {
  /** The version that the form began with; null: the place is new. */
  etag: string | null
  base: PlaceDraft
  draft: PlaceDraft
}

/** Where one account's unsaved form of one place outlives a reload. */
export class DraftStore extends Store<KeptDraft> {
  constructor(account: number, collection: string, place: string) {
    super(account, `${collection}/${place}`)
  }
}
