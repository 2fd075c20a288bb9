import type { ExhibitWords } from '../../server/relics/exhibit-contract.ts'
import * as picture from '../pictures/draft.ts'

/** What is written of a sound, panorama or model in its form; '' is nothing. */
export type ExhibitDraft = { [N in keyof ExhibitWords]: NonNullable<ExhibitWords[N]> }

/** What a form begins with: what is said already; of a new one the author and licence of the one before. */
export const draftOf = (words?: Partial<ExhibitWords>): ExhibitDraft => ({
  ...picture.draftOf(words),
  transcriptVi: words?.transcriptVi ?? '',
  transcriptEn: words?.transcriptEn ?? ''
})

const orNull = (text: string) => text.trim() || null

/** What is sent; `isHeard`: only a sound has a transcript. */
export const wordsOf = (draft: ExhibitDraft, isHeard: boolean): ExhibitWords => ({
  ...picture.wordsOf(draft),
  transcriptVi: isHeard ? orNull(draft.transcriptVi) : null,
  transcriptEn: isHeard ? orNull(draft.transcriptEn) : null
})
