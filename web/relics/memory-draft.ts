import type { MemoryWords } from '../../server/relics/memory-contract.ts'

/** What is written of a memory in its form; '' is nothing. */
export type MemoryDraft = { [N in keyof MemoryWords]: NonNullable<MemoryWords[N]> }

/** What a form begins with. */
export const draftOf = (words?: MemoryWords): MemoryDraft => ({
  text: words?.text ?? '',
  contributor: words?.contributor ?? '',
  licence: words?.licence ?? 'CC BY 4.0',
  consentedOn: words?.consentedOn ?? ''
})

/** What is sent. */
export const wordsOf = ({ text, contributor, licence, consentedOn }: MemoryDraft): MemoryWords => ({
  text: text.trim(),
  contributor: contributor.trim(),
  licence,
  consentedOn: consentedOn || null
})
