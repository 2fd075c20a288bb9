import type { Queryable } from '../../db/pool.ts'
import { MAX_EXHIBIT_BYTES, type ExhibitKind, type Sha256, type ShownFiles } from '../contract.ts'
import { readWhole, sha256Of } from '../digest.ts'
import { brokenFile, noSuchFile, tooLarge } from '../problems.ts'
import { findMedia, keepExhibit, keepOriginal, type MadeExhibit, type MediaRow } from '../queries.ts'
import { withSpace } from '../space.ts'
import type { ByteStore } from '../store.ts'
import { compressModel } from './compress-model.ts'
import { inspectModel } from './model.ts'
import { inspectPanorama } from './panorama.ts'
import { publicSound } from './sound.ts'
import { makeTiles } from './tiles.ts'

const MEGABYTE = 1024 * 1024

interface Deps {
  db: Queryable
  files: ByteStore
}

/** What an original says of itself. */
type Described = Pick<MediaRow, 'kind' | 'mime' | 'width' | 'height' | 'durationS'>

function describeSound(bytes: Uint8Array): Described {
  const { mime, durationS } = publicSound(bytes)
  return { kind: 'audio', mime, width: null, height: null, durationS }
}

async function describePanorama(bytes: Uint8Array): Promise<Described> {
  return { kind: 'image', durationS: null, ...(await inspectPanorama(bytes)) }
}

async function describeModel(bytes: Uint8Array): Promise<Described> {
  await inspectModel(bytes)
  return { kind: 'model', mime: 'model/gltf-binary', width: null, height: null, durationS: null }
}

const DESCRIBE: Record<ExhibitKind, (bytes: Uint8Array) => Described | Promise<Described>> = {
  audio: describeSound,
  panorama: describePanorama,
  model: describeModel
}

/**
 * Under which an original is known: a sound under a name of its own, for the same bytes may be somebody's voice note, of which
 * not these are kept.
 */
const nameOf = async (kind: ExhibitKind, stored: Sha256) =>
  kind === 'audio' ? sha256Of(Buffer.from(`archive ${stored}`)) : stored

/** See `MediaStore.archive`. Bytes first, then the row: a row always has its file. */
export async function archive({ db, files }: Deps, bytes: Uint8Array, kind: ExhibitKind): Promise<Sha256> {
  const most = MAX_EXHIBIT_BYTES[kind]
  if (bytes.byteLength > most) throw tooLarge(most / MEGABYTE)
  const described = await DESCRIBE[kind](bytes)
  const stored = await sha256Of(bytes)
  const sha256 = await nameOf(kind, stored)
  await withSpace(() => files.put(stored, bytes))
  await keepOriginal(db, { ...described, sha256, sizeBytes: bytes.byteLength }, stored)
  return sha256
}

/** An archived original as it came; what was damaged since must not be shown. */
async function originalOf({ db, files }: Deps, sha256: Sha256) {
  const row = await findMedia(db, sha256)
  const bytes = row && (await readWhole(files, row.stored))
  if (!row || !bytes) throw noSuchFile()
  if ((await sha256Of(bytes)) !== row.stored) throw brokenFile()
  return bytes
}

/** Keeps the public sound under a name of its own: its bytes may be those of the original, which nobody may open. */
async function showSound({ db, files }: Deps, original: Sha256, given: Uint8Array): Promise<ShownFiles> {
  const { bytes, mime, durationS } = publicSound(given)
  const stored = await sha256Of(bytes)
  const sha256 = await sha256Of(Buffer.from(`sound ${stored}`))
  await withSpace(() => files.put(stored, bytes))
  const made = { sha256, stored, variant: 'sound', kind: 'audio', width: null, height: null } as const
  await keepExhibit(db, original, { ...made, mime, durationS, sizeBytes: bytes.byteLength })
  return { file: sha256 }
}

/** Keeps a file that differs from its original, by its own hash. */
async function keepMade(
  { db, files }: Deps,
  original: Sha256,
  bytes: Uint8Array,
  made: Pick<MadeExhibit, 'variant' | 'kind' | 'mime' | 'width' | 'height'>
): Promise<ShownFiles> {
  const sha256 = await sha256Of(bytes)
  await withSpace(() => files.put(sha256, bytes))
  const sizes = { stored: sha256, sizeBytes: bytes.byteLength, durationS: null }
  await keepExhibit(db, original, { ...made, ...sizes, sha256 })
  return { file: sha256 }
}

async function showPanorama(deps: Deps, original: Sha256, given: Uint8Array): Promise<ShownFiles> {
  await inspectPanorama(given)
  const { bytes, width, height } = await makeTiles(given)
  const made = { variant: 'tiles', kind: 'image', mime: 'application/octet-stream', width, height } as const
  return keepMade(deps, original, bytes, made)
}

async function showModel(deps: Deps, original: Sha256, given: Uint8Array): Promise<ShownFiles> {
  await inspectModel(given)
  const bytes = await compressModel(given)
  const made = {
    variant: 'model',
    kind: 'model',
    mime: 'model/gltf-binary',
    width: null,
    height: null
  } as const
  return keepMade(deps, original, bytes, made)
}

const SHOW: Record<ExhibitKind, typeof showSound> = {
  audio: showSound,
  panorama: showPanorama,
  model: showModel
}

/** See `MediaStore.show`. */
export async function show(deps: Deps, sha256: Sha256, kind: ExhibitKind): Promise<ShownFiles> {
  return SHOW[kind](deps, sha256, await originalOf(deps, sha256))
}
