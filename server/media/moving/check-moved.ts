import { HttpError } from '../../http/errors.ts'
import type { Bilingual } from '../../http/language.ts'
import { inspectModel } from '../exhibits/model.ts'
import { sniff } from '../magic.ts'
import { inspectPicture } from '../picture.ts'
import { notAMedium } from '../problems.ts'
import type { MovedFile } from './contract.ts'

/** Pictures and models are looked at as those that are handed in; parts of a panorama are sent as pictures, whatever they are. */
async function inspect({ kind, mime }: MovedFile, bytes: Uint8Array) {
  if (kind === 'model') await inspectModel(bytes)
  if (kind !== 'image' || mime === 'application/octet-stream') return
  const begins = sniff(bytes)
  if (begins === 'unknown' || begins === 'heic' || begins !== mime) throw notAMedium()
  await inspectPicture(bytes, begins)
}

/** Why a file that comes from elsewhere may not be shown here; null: it may. */
export async function faultOf(file: MovedFile, bytes: Uint8Array): Promise<Bilingual | null> {
  try {
    await inspect(file, bytes)
    return null
  } catch (error) {
    if (error instanceof HttpError) return error.detail
    throw error
  }
}
