import type { FastifyBaseLogger } from 'fastify'
import type { Actor, Audit } from '../accounts/contract.ts'
import { importFile, type FileRequest } from '../collections/import/import-file.ts'
import { ImportRefused, type ImportDeps } from '../collections/import/request.ts'
import { isDiskFull } from '../db/disk-full.ts'
import type { Queryable } from '../db/pool.ts'
import type { ImportChoice } from './contract.ts'
import { saidOf } from './look.ts'
import { onScreen } from './screen-words.ts'
import type { Upload } from './uploads.ts'

const FULL = {
  vi: 'Máy chủ hết chỗ lưu. Chưa có gì thay đổi; hãy báo người quản trị.',
  en: 'The server has no room left. Nothing has changed; tell the administrator.'
}
const BUG = {
  vi: 'Máy chủ gặp lỗi và đã ghi lại. Chưa có gì thay đổi; hãy thử lại.',
  en: 'The server met an error, which was logged. Nothing has changed; try again.'
}

/** Writes imports and their undoing to the audit log as somebody's, from an address. */
export const notedAs =
  (audit: Audit<Queryable>, actor: Actor, from: string): NonNullable<ImportDeps['note']> =>
  (client, { kind, importId, commune, facts }) =>
    audit(client, {
      actor,
      from,
      action: kind === 'publish' ? 'import.publish' : 'import.undo',
      subject: 'import',
      subjectId: importId,
      communeCode: commune,
      ...(kind === 'publish' ? { after: facts } : { before: facts })
    })

/** What the importer is asked; whoever works in a commune fills that one only. */
export function requestOf(
  { login, communeCode }: Actor,
  { path }: Upload,
  { collection, map, skip, crs, layer, encoding, allowPartial, ...choice }: ImportChoice
): FileRequest {
  const commune = communeCode ?? choice.commune
  return {
    file: path,
    collection,
    map,
    skip,
    allowPartial,
    importedBy: login,
    ...(crs === undefined ? {} : { crs }),
    ...(layer === undefined ? {} : { layer }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(commune === undefined ? {} : { commune })
  }
}

/** Takes a file in; what comes of it, a failure too, stands in the upload's state. */
export async function takeIn(
  deps: ImportDeps & { log: FastifyBaseLogger },
  { state }: Upload,
  request: FileRequest
) {
  const onProgress = (rows: number, total?: number) => Object.assign(state, { rows, total: total ?? null })
  try {
    const said = saidOf(await importFile({ ...deps, onProgress }, request))
    Object.assign(state, { state: 'done', said })
  } catch (error) {
    if (!(error instanceof ImportRefused)) deps.log.error(error)
    const problem = error instanceof ImportRefused ? onScreen(error.sentence) : isDiskFull(error) ? FULL : BUG
    Object.assign(state, { state: 'failed', problem })
  }
}
