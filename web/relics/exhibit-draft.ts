import type { ExhibitWords } from '../../server/relics/exhibit-contract.ts'

/** What is written of a sound, panorama or model in its form; '' is nothing. */
export type ExhibitDraft = { [N in keyof ExhibitWords]: NonNullable<ExhibitWords[N]> }

/** What a form begins with: what is said already; of a new one the author and licence of the one before. */
export const draftOf = (words?: Partial<ExhibitWords>): ExhibitDraft => ({
  altVi: words?.altVi ?? '',
  altEn: words?.altEn ?? '',
  captionVi: words?.captionVi ?? '',
  captionEn: words?.captionEn ?? '',
  transcriptVi: words?.transcriptVi ?? '',
  transcriptEn: words?.transcriptEn ?? '',
  author: words?.author ?? '',
  licence: words?.licence ?? 'CC BY 4.0',
  takenOn: words?.takenOn ?? ''
})

const orNull = (text: string) => text.trim() || null

/** What is sent; `isHeard`: only a sound has a transcript. */
export const wordsOf = (
  { altVi, author, licence, ...rest }: ExhibitDraft,
  isHeard: boolean
): ExhibitWords => ({
  altVi: altVi.trim(),
  author: author.trim(),
  licence,
  altEn: orNull(rest.altEn),
  captionVi: orNull(rest.captionVi),
  captionEn: orNull(rest.captionEn),
  transcriptVi: isHeard ? orNull(rest.transcriptVi) : null,
  transcriptEn: isHeard ? orNull(rest.transcriptEn) : null,
  takenOn: orNull(rest.takenOn)
})
