import { userInfo } from 'node:os'
import { MultiBar, type SingleBar } from 'cli-progress'
import { readConfig } from '../../config.ts'
import { isDatabaseAway } from '../../db/database-away.ts'
import { isDiskFull } from '../../db/disk-full.ts'
import { openForCommand } from '../../db/open.ts'
import type { Log } from '../../db/pool.ts'
import { Unusable } from '../../unusable.ts'
import type { Localized } from '../contract.ts'
import { UsageError, languageOf, type Language } from './arguments.ts'
import { ImportRefused, type ImportDeps } from './request.ts'

/** What a command may use: the database's parts, and how it speaks. */
export interface CommandContext {
  deps: ImportDeps
  language: Language
  importedBy: string
  /** Writes a line on stdout. */
  print: (text: string) => void
}

/** 0 done, 1 refused or failed, 2 not understood. */
export type ExitCode = 0 | 1 | 2

const AWAY: Localized = {
  vi: 'Không kết nối được cơ sở dữ liệu, hoặc kết nối bị ngắt giữa chừng. Chưa có gì thay đổi; hãy kiểm tra rồi thử lại.',
  en: 'The database cannot be reached, or went away midway. Nothing has changed; check it and try again.'
}
const FULL: Localized = {
  vi: 'Đĩa đã đầy. Chưa có gì thay đổi; hãy giải phóng chỗ trống rồi nạp lại.',
  en: 'The disk is full. Nothing has changed; free some space and import again.'
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The sentence for a failure that the caller can mend; undefined: a fault of the program. */
function sentenceFor(error: unknown): Localized | undefined {
  if (error instanceof ImportRefused || error instanceof UsageError || error instanceof Unusable)
    return error.sentence
  if (isDiskFull(error)) return FULL
  if (isDatabaseAway(error)) return AWAY
  if (['EACCES', 'EPERM'].includes(codeOf(error)))
    return { vi: `Không có quyền đọc: ${String(error)}`, en: `Not permitted: ${String(error)}` }
  return undefined
}

/** Says on stderr, and with --json on stdout too, why a command failed; answers its exit code. */
export function fail(error: unknown, language: Language, json: boolean): ExitCode {
  const sentence = sentenceFor(error)
  const usage = error instanceof UsageError ? `\n\n${error.usage[language]}` : ''
  const unknown = { vi: 'Lỗi của chương trình', en: 'A fault of the program' }[language]
  const text =
    sentence?.[language] ??
    `${unknown}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  if (json)
    process.stdout.write(
      `${JSON.stringify({ outcome: 'refused', error: sentence ?? { vi: text, en: text } })}\n`
    )
  process.stderr.write(`${text}${usage}\n`)
  return error instanceof UsageError ? 2 : 1
}

/** A bar on stderr while a person watches; nothing otherwise. Answers what hears of progress and what ends the bar. */
function progress(language: Language) {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, end: () => undefined }
  const word = { vi: 'Đã đọc {value} dòng', en: '{value} rows read' }[language]
  const bars = new MultiBar({ stream: process.stderr, hideCursor: true })
  let bar: SingleBar | undefined
  const onProgress = (rows: number, total?: number) => {
    const whole = total === undefined ? '' : '{bar} {percentage} % · '
    bar ??= bars.create(total ?? 0, 0, {}, { format: `${whole}${word} · {duration_formatted}` })
    bar.update(rows)
  }
  return { onProgress, end: () => bars.stop() }
}

const log: Log = {
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`)
}

/**
 * Runs a command over the migrated database (through the running program, else as the owner of the data folder), and
 * answers its exit code. Failures are said on stderr in the caller's language, and with --json on stdout too.
 */
export async function runCommand(
  words: readonly string[],
  themes: Pick<ImportDeps, 'registry' | 'derivations' | 'note'>,
  command: (context: CommandContext) => Promise<ExitCode>
): Promise<ExitCode> {
  const language = languageOf(words)
  const json = words.includes('--json')
  const bar = progress(language)
  try {
    const database = await openForCommand(readConfig(), log)
    try {
      const deps = {
        db: database.db,
        ...themes,
        onProgress: bar.onProgress,
        onLateFailure: (error: unknown) => log.error(String(error))
      }
      const print = (text: string) => {
        bar.end()
        process.stdout.write(`${text}\n`)
      }
      return await command({ deps, language, importedBy: userInfo().username, print })
    } finally {
      await database.close()
    }
  } catch (error) {
    bar.end()
    return fail(error, language, json)
  } finally {
    bar.end()
  }
}

/** Reads the words of a command; what is not understood is said with the usage. undefined: it has been said, exit with 2. */
export function understood<T>(words: readonly string[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    fail(error, languageOf(words), words.includes('--json'))
    return undefined
  }
}
