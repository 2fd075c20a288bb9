import type { FastifyBaseLogger } from 'fastify'
import type { MediaStore } from '../media/contract.ts'

/** Takes recordings away that nothing names any more; what fails is left to the sweep of files, and logged. */
export async function forgetFiles(
  media: Pick<MediaStore, 'forget'>,
  hashes: readonly string[],
  log: Pick<FastifyBaseLogger, 'warn'>
): Promise<void> {
  for (const sha256 of hashes)
    await media
      .forget(sha256)
      .catch((err: unknown) => log.warn({ err }, 'a deleted recording is left to the sweep'))
}
