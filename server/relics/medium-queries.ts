import { keepOpen, type ShownFile } from '../db/keep-open.ts'
import type { Queryable } from '../db/pool.ts'
import type { Sha256 } from '../media/contract.ts'
import type { ImageWords } from './image-contract.ts'

// What is written of the media of relics: rows are closed and inserted, never changed.

/** What is said of a medium of any kind. */
export interface MediumWords extends Omit<ImageWords, 'kind'> {
  kind: string
  transcriptVi?: string | null
  transcriptEn?: string | null
}

/** A version of a medium that begins: what is said of it, and since when that is known. */
interface Said {
  siteId: number
  at: string
  today: string
  words: MediumWords
}

/** The archived original, and the files that visitors are served. */
export interface MediumFiles {
  sha256: string
  /** The picture, sound, tiles or model. */
  file: string
  thumbnail?: string | null
  /** The public picture that is shown before a panorama or a model, and its original where that is another file. */
  poster?: string | null
  posterOf?: string | null
}

/** Rises with whatever is said of a relic's media of these kinds. */
export async function findVersion(db: Queryable, siteId: number, kinds: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    'select coalesce(max(id), 0) as version from relic_media where site_id = $1 and kind = any($2)',
    [siteId, kinds]
  )
  return rows[0]?.version ?? 0
}

const WORDS =
  'alt_vi, alt_en, caption_vi, caption_en, author, licence, taken_on, kind, transcript_vi, transcript_en'
const wordsOf = (words: MediumWords) => [
  words.altVi,
  words.altEn,
  words.captionVi,
  words.captionEn,
  words.author,
  words.licence,
  words.takenOn,
  words.kind,
  words.transcriptVi ?? null,
  words.transcriptEn ?? null
]

const VARIANTS: Readonly<Record<string, ShownFile['variant']>> = {
  audio: 'sound',
  panorama: 'tiles',
  model: 'model'
}

/** What visitors are served of a medium; nothing of files that it has not. */
export const shownOf = (
  { sha256, file, thumbnail, poster, posterOf }: Omit<MediumFiles, 'file'> & { file: string | null },
  kind: string
): ShownFile[] =>
  [
    { file, original: sha256, variant: VARIANTS[kind] ?? 'picture' },
    { file: thumbnail, original: posterOf ?? sha256, variant: 'thumbnail' as const },
    { file: poster, original: posterOf ?? sha256, variant: 'picture' as const }
  ].flatMap(({ file: name, ...rest }) => (name == null ? [] : { file: name, ...rest }))

/** Adds a medium at the end; undefined: its original is none of this kind of file that is here. Answers its id. */
export async function insertMedium(
  db: Queryable,
  { siteId, at, today, words }: Said,
  files: MediumFiles,
  fileKind: 'image' | 'audio' | 'model'
): Promise<number | undefined> {
  const { sha256, file, thumbnail, poster, posterOf } = files
  await keepOpen(db, shownOf(files, words.kind))
  const { rows } = await db.query<{ id: number }>(
    `insert into relic_media (site_id, position, sha256, public_sha256, thumb_sha256, poster_sha256, poster_of, width, height,
                              valid_from, known_from, ${WORDS})
     select $1::bigint, (select coalesce(max(position), 0) + 1 from relic_media where site_id = $1::bigint), m.sha256,
            decode($3, 'hex'), decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex'), m.width, m.height, $7::date,
            $8::timestamptz, $10, $11, $12, $13, $14, $15, $16::date, $17, $18, $19
       from media m
      where m.sha256 = decode($2, 'hex') and m.kind = $9
     returning medium_id as id`,
    [
      ...[siteId, sha256, file, thumbnail ?? null, poster ?? null, posterOf ?? null, today, at, fileKind],
      ...wordsOf(words)
    ]
  )
  return rows[0]?.id
}

// What is shown stays the same; $2 the moment. The old version ends where the new one begins.
const CLOSE = `
  update relic_media m set known_to = $2::timestamptz where m.medium_id = any($1::bigint[]) and m.known_to = 'infinity'
  returning m.*`
const KEPT = 'medium_id, site_id, sha256, poster_of, width, height'
const FILES = 'public_sha256, thumb_sha256, poster_sha256'

/** Says something else of a medium from now on. */
export async function reviseMedium(db: Queryable, id: number, { at, words }: Pick<Said, 'at' | 'words'>) {
  await db.query(
    `with old as (${CLOSE})
     insert into relic_media (${KEPT}, ${FILES}, position, valid_from, valid_to, known_from, ${WORDS})
     select ${KEPT}, ${FILES}, position, valid_from, valid_to, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9::date, $10, $11, $12
       from old`,
    [[id], at, ...wordsOf(words)]
  )
}

/** Puts media at the places that they have in the list; those that are there already are left alone. */
export async function orderMedia(db: Queryable, ids: readonly number[], at: string) {
  await db.query(
    `with wanted as (select * from unnest($1::bigint[]) with ordinality as wanted (id, place)),
          old as (
            update relic_media m set known_to = $2::timestamptz
              from wanted
             where m.medium_id = wanted.id and m.known_to = 'infinity' and m.position <> wanted.place
            returning m.*)
     insert into relic_media (${KEPT}, ${WORDS}, ${FILES}, position, valid_from, valid_to, known_from)
     select ${KEPT}, ${WORDS}, ${FILES}, (select place from wanted where id = old.medium_id)::integer, valid_from, valid_to,
            $2::timestamptz
       from old`,
    [ids, at]
  )
}

/**
 * Ends a medium with the day before `today`: on earlier days it stays what it was. One that came today was never there. The
 * public files are named no more; answers which these were.
 */
export async function endMedium(db: Queryable, id: number, { at, today }: Pick<Said, 'at' | 'today'>) {
  const { rows } = await db.query<{ file: Sha256 }>(
    `with old as (${CLOSE}), kept as (
       insert into relic_media (${KEPT}, ${WORDS}, position, valid_from, valid_to, known_from)
       select ${KEPT}, ${WORDS}, position, valid_from, $3::date, $2::timestamptz from old where valid_from < $3::date)
     select encode(file, 'hex') as file
       from old cross join lateral unnest(array[public_sha256, thumb_sha256, poster_sha256]) as file
      where file is not null`,
    [[id], at, today]
  )
  return rows.map(({ file }) => file)
}
