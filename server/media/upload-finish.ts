import type { Upload } from '@tus/server'
import { HttpError } from '../http/errors.ts'
import type { MediaStore, UploadOwner } from './contract.ts'
import { sha256Of } from './digest.ts'
import { hashDiffers } from './problems.ts'
import { withSpace } from './space.ts'
import { atMost } from '../http/turns.ts'
import { announcementOf } from './upload-announcement.ts'
import type { UploadFiles } from './upload-files.ts'

/** Each is read as a whole, at most 20 MB. */
const FILES_AT_A_TIME = 4

interface FinishDependencies {
  uploads: UploadFiles
  media: MediaStore
  owner: UploadOwner
}

/** Whether the same bytes would be refused again. */
const isFinal = (error: unknown) =>
  error instanceof HttpError && error.statusCode < 500 && error.statusCode !== 429

async function takeIn({ uploads, media, owner }: FinishDependencies, upload: Upload) {
  const { report, sha256 } = announcementOf(upload.metadata)
  const bytes = await uploads.bytesOf(upload.id)
  if ((await sha256Of(bytes)) !== sha256) throw hashDiffers()
  await owner.received(report, await media.take(bytes))
  await uploads.finish(upload)
}

async function finishOnce(dependencies: FinishDependencies, upload: Upload) {
  if (await dependencies.uploads.isFinished(upload.id)) return
  try {
    await withSpace(() => takeIn(dependencies, upload))
  } catch (error) {
    if (isFinal(error)) await dependencies.uploads.discard(upload.id)
    throw error
  }
}

/**
 * Takes in the file of an upload whose bytes are all here: compares the hash, looks what it is, keeps it, tells its
 * report. At every step a killed server can begin again. What is refused is thrown away; after any other failure the
 * bytes stay, and it is done when the phone asks again.
 */
export function finishing(dependencies: FinishDependencies) {
  const underWay = new Map<string, Promise<void>>()
  const turns = atMost(FILES_AT_A_TIME)
  return (upload: Upload): Promise<void> => {
    const running = underWay.get(upload.id)
    if (running) return running
    const work = turns(() => finishOnce(dependencies, upload)).finally(() => underWay.delete(upload.id))
    underWay.set(upload.id, work)
    return work
  }
}
