import type { ImageWords } from '../../server/relics/image-contract.ts'

/** What is written of an image in its form; '' is nothing. */
export type ImageDraft = { [N in keyof ImageWords]: NonNullable<ImageWords[N]> }

/** What a form begins with: what is said already; of a new image the author and licence of the one before. */
export const draftOf = (words?: Partial<ImageWords>): ImageDraft => ({
  kind: words?.kind ?? 'image',
  altVi: words?.altVi ?? '',
  altEn: words?.altEn ?? '',
  captionVi: words?.captionVi ?? '',
  captionEn: words?.captionEn ?? '',
  author: words?.author ?? '',
  licence: words?.licence ?? 'CC BY 4.0',
  takenOn: words?.takenOn ?? ''
})

const orNull = (text: string) => text.trim() || null

/** What is sent. */
export const wordsOf = ({ kind, altVi, author, licence, ...rest }: ImageDraft): ImageWords => ({
  kind,
  altVi: altVi.trim(),
  author: author.trim(),
  licence,
  altEn: orNull(rest.altEn),
  captionVi: orNull(rest.captionVi),
  captionEn: orNull(rest.captionEn),
  takenOn: orNull(rest.takenOn)
})
