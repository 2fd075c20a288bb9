import type { PictureWords } from '../../server/media/contract.ts'

/** One that is shown, with its size in pixels; `version`: of itself alone. */
export type Picture = PictureWords & { id: number; version: number; width: number; height: number }

/** What is written of a picture in its form; '' is nothing. */
export type PictureDraft = { [N in keyof PictureWords]: NonNullable<PictureWords[N]> }

/** What a form begins with: what is said already; of a new picture the author and licence of the one before. */
export const draftOf = (words?: Partial<PictureWords>): PictureDraft => ({
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
export const wordsOf = ({ altVi, author, licence, ...rest }: PictureDraft): PictureWords => ({
  altVi: altVi.trim(),
  author: author.trim(),
  licence,
  altEn: orNull(rest.altEn),
  captionVi: orNull(rest.captionVi),
  captionEn: orNull(rest.captionEn),
  takenOn: orNull(rest.takenOn)
})
