import { join } from 'node:path'
import type { Pool } from 'pg'
import type { S3Config } from './config.ts'
import type { MediaStore } from './contract.ts'
import { folderStore } from './folder-store.ts'
import { createMediaStore } from './media.ts'
import { openPreviews, type PreviewOf } from './previews.ts'
import { s3Store } from './s3-store.ts'
import type { ByteStore } from './store.ts'
import { atMost } from '../http/turns.ts'

/** Decoding a picture takes a core and, at 60 megapixels, a few hundred megabytes: others wait. */
const PICTURES_AT_A_TIME = 2

/** The files of an installation. */
export interface Media {
  files: ByteStore
  store: MediaStore
  previewOf: PreviewOf
  /** Where uploads under way lie; made when the first comes. */
  uploadsFolder: string
}

/** What decides where files are. */
export interface MediaConfig {
  dataDir: string
  /** Undefined: the folder `media` of `dataDir`. */
  mediaS3?: S3Config | undefined
}

/** The bytes of an installation's files alone, without the database that knows what they are. */
export const openFiles = ({ dataDir, mediaS3 }: MediaConfig): ByteStore =>
  mediaS3 ? s3Store(mediaS3) : folderStore(join(dataDir, 'media'))

/** Opens the files of an installation; nothing is touched before the first is read or written. */
export function openMedia(config: MediaConfig, db: Pool): Media {
  const files = openFiles(config)
  const turns = atMost(PICTURES_AT_A_TIME)
  const previewOf = openPreviews(files, turns)
  return {
    files,
    previewOf,
    store: createMediaStore({ db, files, turns, previewOf }),
    uploadsFolder: join(config.dataDir, 'uploads')
  }
}
