import { createHash } from 'node:crypto'
import { z } from 'zod'
import { HttpError } from '../http/errors.ts'
import type { Bilingual } from '../http/language.ts'
import { Sha256, type MediaStore } from '../media/contract.ts'
import { NewReport } from './contract.ts'
import { keepable } from './plain-text.ts'
import { receiveReport, type ReceiveDeps } from './receive.ts'
import { reportUploads } from './uploads.ts'

const UnsentItem = z.object({
  report: NewReport,
  files: z.array(z.object({ sha256: Sha256, base64: z.string() }))
})

/** What a phone saves when it cannot send: reports as `POST /api/reports` takes them, with the bytes of their files. */
export const UnsentFile = z.object({
  format: z.literal('dia-ban-unsent-reports'),
  version: z.literal(1),
  reports: z.array(z.unknown())
})

/** What became of one report of the file. `number` null: it was refused. */
export interface TakenFromFile {
  number: string | null
  isNew: boolean
  /** Files that the server has now, of those that the phone announced. */
  files: { received: number; announced: number }
  problems: Bilingual[]
}

const OTHER_BYTES: Bilingual = {
  vi: 'một tệp đính kèm không còn nguyên vẹn (mã băm khác)',
  en: 'a file is not whole any more (its hash differs)'
}
const UNREADABLE: Bilingual = {
  vi: 'không đọc được phản ánh trong tệp',
  en: 'the report in the file cannot be read'
}

const problemOf = (error: unknown): Bilingual => {
  if (error instanceof HttpError) return error.detail
  throw error
}

const refused = (problem: Bilingual): TakenFromFile => ({
  number: null,
  isNew: false,
  files: { received: 0, announced: 0 },
  problems: [problem]
})

type Deps = ReceiveDeps & { media: MediaStore }

/** Takes one file in for a report that is here. Answers what is wrong with it, if anything. */
async function takeFile({ db, media }: Deps, reportId: string, file: { sha256: string; base64: string }) {
  const bytes = Buffer.from(file.base64, 'base64')
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) return OTHER_BYTES
  try {
    await reportUploads(db).received(reportId, await media.take(bytes))
    return undefined
  } catch (error) {
    return problemOf(error)
  }
}

/**
 * Takes in one report of a file that a phone saved, with its files; whatever came by the network already is left as it
 * is, so that a file may be taken in twice.
 */
export async function takeUnsent(deps: Deps, item: unknown): Promise<TakenFromFile> {
  const parsed = UnsentItem.safeParse(keepable(item))
  if (!parsed.success) return refused(UNREADABLE)
  const { report, files } = parsed.data
  const arrival = { report, channel: 'web' as const, actor: null, address: null }
  const taken = await receiveReport(deps, arrival).catch(problemOf)
  if (!('receipt' in taken)) return refused(taken)
  const problems: Bilingual[] = []
  for (const file of files) {
    const problem = await takeFile(deps, report.id, file)
    if (problem) problems.push(problem)
  }
  const { receipt } = await receiveReport(deps, arrival) // Read again, with the files that came.
  const received = receipt.media.filter((file) => file.received).length
  return {
    number: receipt.number,
    isNew: taken.isNew,
    files: { received, announced: receipt.media.length },
    problems
  }
}
