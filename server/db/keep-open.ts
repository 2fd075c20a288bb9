import type { Queryable } from './pool.ts'

/** A public file and the original that it was made of, by their hashes. */
export interface ShownFile {
  file: string
  original: string
  variant: 'picture' | 'thumbnail' | 'sound' | 'tiles' | 'model'
}

/** What visitors are served of a picture; nothing of one that only staff see. */
export const filesOf = (
  original: string,
  { picture, thumbnail }: { picture: string | null; thumbnail: string | null }
): ShownFile[] => [
  ...(picture === null ? [] : [{ file: picture, original, variant: 'picture' as const }]),
  ...(thumbnail === null ? [] : [{ file: thumbnail, original, variant: 'thumbnail' as const }])
]

// Somebody may have closed it since it was made, because nothing else shows it any more.
const KEEP_OPEN = `
  update media m
     set open = true, made_of = coalesce(m.made_of, decode($2, 'hex')), variant = case when m.made_of is null then $3 else m.variant end
   where m.sha256 = decode($1, 'hex')`

/**
 * Keeps open the public files that the caller's transaction names: whoever closes what nobody names waits for its end, and
 * then looks who does.
 */
export async function keepOpen(db: Queryable, files: readonly ShownFile[]): Promise<void> {
  // In the order in which whoever closes files holds them.
  for (const { file, original, variant } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    await db.query(KEEP_OPEN, [file, original, variant])
}
