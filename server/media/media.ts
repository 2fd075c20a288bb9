import type { Pool } from 'pg'
import {
  MAX_PICTURE_BYTES,
  MAX_VOICE_BYTES,
  type Box,
  type MediaStore,
  type PreviewSize,
  type StoredMedia
} from './contract.ts'
import type { Sha256 } from './contract.ts'
import { HttpError } from '../http/errors.ts'
import { readWhole, sha256Of } from './digest.ts'
import { archive, show } from './exhibits/exhibits.ts'
import { sniff, type MediaMime } from './magic.ts'
import { inspectPicture, makePublic, requireWhole } from './picture.ts'
import type { PreviewOf } from './previews.ts'
import { brokenFile, heicNotTaken, noSuchFile, notAMedium, notAPicture, tooLarge } from './problems.ts'
import {
  closeUnused,
  deleteFamily,
  findMedia,
  isStored,
  keepOriginal,
  keepPublic,
  type Made
} from './queries.ts'
import { cleanSound } from './sound.ts'
import { withSpace } from './space.ts'
import type { ByteStore } from './store.ts'
import { atMost, type Turns } from '../http/turns.ts'

/** What no phone's browser makes. */
const ONLY_OF_RELICS: ReadonlySet<MediaMime> = new Set(['audio/mpeg', 'audio/wav', 'model/gltf-binary'])
const MEGABYTE = 1024 * 1024
/** Each holds its file's bytes, at most 20 MB. */
const TAKEN_AT_A_TIME = 4

/** What the files are kept with. */
export interface MediaDependencies {
  db: Pool
  files: ByteStore
  /** How many pictures are worked on at a time. */
  turns: Turns
  previewOf: PreviewOf
}

interface Inspected {
  media: StoredMedia
  /** What is kept. */
  bytes: Uint8Array
  stored: Sha256
}

async function inspectImage(bytes: Uint8Array, mime: MediaMime, sha256: Sha256): Promise<Inspected> {
  const size = await inspectPicture(bytes, mime)
  const media = {
    sha256,
    kind: 'image' as const,
    mime,
    sizeBytes: bytes.byteLength,
    ...size,
    durationS: null
  }
  return { media, bytes, stored: sha256 }
}

async function inspectAudio(given: Uint8Array, mime: MediaMime, sha256: Sha256): Promise<Inspected> {
  if (given.byteLength > MAX_VOICE_BYTES) throw tooLarge(MAX_VOICE_BYTES / MEGABYTE)
  const { bytes, durationS } = cleanSound(given, mime)
  const kind = 'audio' as const
  const media = { sha256, kind, mime, sizeBytes: bytes.byteLength, width: null, height: null, durationS }
  return { media, bytes, stored: await sha256Of(bytes) }
}

/** What the bytes are, by the bytes; throws HttpError 413/415/422 where they are nothing that is taken. */
async function inspect(bytes: Uint8Array, sha256: Sha256, only?: StoredMedia['kind']): Promise<Inspected> {
  if (bytes.byteLength > MAX_PICTURE_BYTES) throw tooLarge(MAX_PICTURE_BYTES / MEGABYTE)
  const mime = sniff(bytes)
  if (mime === 'heic') throw heicNotTaken()
  if (only === 'image' && !mime.startsWith('image/')) throw notAPicture()
  if (mime === 'unknown' || ONLY_OF_RELICS.has(mime)) throw notAMedium()
  // Of what staff put up the public sees nothing but the picture.
  if (only === 'image') await requireWhole(bytes)
  return mime.startsWith('image/') ? inspectImage(bytes, mime, sha256) : inspectAudio(bytes, mime, sha256)
}

/**
 * Bytes first, then the row: a row always has its file. What came of late and is whole is not written again; anything older
 * is, so that a sweep that is about to take it away sees that it is wanted.
 */
async function take(
  { db, files }: MediaDependencies,
  given: Uint8Array,
  only?: StoredMedia['kind']
): Promise<StoredMedia> {
  const sha256 = await sha256Of(given)
  const { media, bytes, stored } = await inspect(given, sha256, only)
  const here = await findMedia(db, sha256)
  const isWhole = here?.isYoung && !here.damaged && (await files.sizeOf(stored)) === bytes.byteLength
  if (!isWhole) await withSpace(() => files.put(stored, bytes))
  await keepOriginal(db, media, stored)
  return media
}

/** Keeps one file that was made of an original, and answers its hash. */
async function keepMade(
  { db, files }: MediaDependencies,
  original: Sha256,
  { bytes, ...made }: Omit<Made, 'sha256' | 'sizeBytes'> & { bytes: Uint8Array }
) {
  const sha256 = await sha256Of(bytes)
  await withSpace(() => files.put(sha256, bytes))
  await keepPublic(db, original, { ...made, sha256, sizeBytes: bytes.byteLength })
  return sha256
}

async function publish(dependencies: MediaDependencies, original: Sha256, boxes: readonly Box[]) {
  const row = await findMedia(dependencies.db, original)
  if (!row) throw noSuchFile()
  if (row.kind !== 'image') throw voiceIsNeverPublic()
  const bytes = await readWhole(dependencies.files, row.stored)
  // Only what was found damaged differs; a picture of something else must not be published by mistake.
  if (!bytes || (await sha256Of(bytes)) !== row.stored) throw brokenFile()
  const made = await makePublic(bytes, boxes)
  const thumbnail = await keepMade(dependencies, original, { variant: 'thumbnail', ...made.thumbnail })
  return {
    picture: await keepMade(dependencies, original, { variant: 'picture', ...made.picture }),
    thumbnail
  }
}

async function preview({ db, previewOf }: MediaDependencies, original: Sha256, size: PreviewSize) {
  const row = await findMedia(db, original)
  if (row?.kind !== 'image') throw noSuchFile()
  return previewOf(row.stored, size)
}

const voiceIsNeverPublic = () =>
  new HttpError(422, {
    vi: 'Ghi âm không bao giờ được công khai.',
    en: 'Recordings are never made public.'
  })

async function forget({ db, files }: MediaDependencies, sha256: Sha256) {
  await closeUnused(db, sha256)
  for (const stored of await deleteFamily(db, sha256))
    if (!(await isStored(db, stored))) await files.remove(stored)
}

async function missing({ files }: MediaDependencies, wanted: readonly Sha256[]) {
  const sizes = await Promise.allSettled(wanted.map((sha256) => files.sizeOf(sha256)))
  return new Set(
    wanted.filter((_, index) => !(sizes[index]?.status === 'fulfilled' && sizes[index].value !== null))
  )
}

/** The store that other themes are handed. */
export function createMediaStore(dependencies: MediaDependencies): MediaStore {
  const { db, turns } = dependencies
  // Of what people report only headers are read, so that none of it waits until a picture is encoded.
  const taking = atMost(TAKEN_AT_A_TIME)
  const decoding = atMost(1)
  return {
    take: (bytes, only) => (only === 'image' ? decoding : taking)(() => take(dependencies, bytes, only)),
    archive: (bytes, kind) => taking(() => archive(dependencies, bytes, kind)),
    show: (sha256, kind) => turns(() => show(dependencies, sha256, kind)),
    publish: (sha256, boxes) => turns(() => publish(dependencies, sha256, boxes)),
    preview: (sha256, size) => preview(dependencies, sha256, size),
    withdraw: (sha256, files) => closeUnused(db, sha256, files),
    forget: (sha256) => forget(dependencies, sha256),
    missing: (wanted) => missing(dependencies, wanted)
  }
}
