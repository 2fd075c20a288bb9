import { readFile } from 'node:fs/promises'
import { openAudit } from './accounts/audit.ts'
import { parseArgs } from 'node:util'
import { UsageError, languageOf, optionRefused, type Language } from './collections/import/arguments.ts'
import { ImportRefused } from './collections/import/request.ts'
import {
  runCommand,
  understood,
  type CommandContext,
  type ExitCode
} from './collections/import/run-command.ts'
import { readConfig } from './config.ts'
import type { Bilingual } from './http/language.ts'
import { openMedia } from './media/open.ts'
import { openCalendar } from './reports/calendar.ts'
import { openSenders } from './reports/senders.ts'
import { takeUnsent, UnsentFile, type TakenFromFile } from './reports/unsent.ts'
import { derivations, registry } from './themes.ts'

// npm run take-in -- FILE: takes in the reports that a phone could not send and saved to a file.

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run take-in -- TỆP.json [--lang vi|en]
      nhận các phản ánh mà điện thoại chưa gửi được và đã lưu ra tệp; nạp lại cùng tệp không tạo phản ánh trùng`,
  en: `Usage:
  npm run take-in -- FILE.json [--lang vi|en]
      takes in the reports that a phone could not send and saved to a file; the same file twice makes none twice`
}
const noSuchFile = (path: string): Bilingual => ({
  vi: `Không đọc được tệp «${path}». Hãy kiểm tra đường dẫn.`,
  en: `The file “${path}” cannot be read. Check the path.`
})
const otherFormat = (path: string): Bilingual => ({
  vi: `«${path}» không phải tệp phản ánh chưa gửi do trang /phan-anh lưu, hoặc tệp bị cụt.`,
  en: `“${path}” is no file of unsent reports that the page /phan-anh saved, or it was cut short.`
})

function pathOf(words: string[]): string {
  let positionals: string[]
  try {
    ;({ positionals } = parseArgs({
      args: words,
      options: { lang: { type: 'string' } },
      allowPositionals: true
    }))
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
  const [path, ...rest] = positionals
  if (path !== undefined && rest.length === 0) return path
  throw new UsageError({ vi: 'Hãy nêu đúng một tệp.', en: 'Name one file.' }, USAGE)
}

async function readReports(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportRefused(noSuchFile(path))
  })
  try {
    return UnsentFile.parse(JSON.parse(text)).reports
  } catch {
    throw new ImportRefused(otherFormat(path))
  }
}

function lineOf({ number, isNew, files, problems }: TakenFromFile, index: number, language: Language) {
  const told = problems.map((problem) => problem[language]).join('; ')
  if (number === null)
    return { vi: `Phản ánh ${index}: bị từ chối: ${told}`, en: `Report ${index}: refused: ${told}` }[language]
  const what = {
    vi: `${number}: ${isNew ? 'đã nhận' : 'đã có từ trước'}, ${files.received}/${files.announced} tệp`,
    en: `${number}: ${isNew ? 'taken in' : 'here already'}, ${files.received}/${files.announced} files`
  }[language]
  return told ? `${what}; ${told}` : what
}

async function run({ deps, language, print }: CommandContext, path: string): Promise<ExitCode> {
  const { db } = deps
  const reports = await readReports(path)
  const media = openMedia(readConfig(), db).store
  const desk = { db, audit: openAudit(), media, calendar: openCalendar(db), senders: openSenders(db) }
  let failed = 0
  for (const [index, report] of reports.entries()) {
    const taken = await takeUnsent(desk, report)
    if (taken.problems.length > 0) failed++
    print(lineOf(taken, index + 1, language))
  }
  return failed > 0 ? 1 : 0
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const path = isHelp ? undefined : understood(words, () => pathOf(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (path === undefined) process.exitCode = 2
else process.exitCode = await runCommand(words, { registry, derivations }, (context) => run(context, path))
