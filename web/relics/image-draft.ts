import type { ImageWords } from '../../server/relics/image-contract.ts'
import * as picture from '../pictures/draft.ts'

/** What is written of an image in its form; '' is nothing. */
export type ImageDraft = picture.PictureDraft & Pick<ImageWords, 'kind'>

/** What a form begins with: what is said already; of a new image the author and licence of the one before. */
export const draftOf = (words?: Partial<ImageWords>): ImageDraft => ({
  kind: words?.kind ?? 'image',
  ...picture.draftOf(words)
})

/** What is sent. */
export const wordsOf = (draft: ImageDraft): ImageWords => ({ kind: draft.kind, ...picture.wordsOf(draft) })
