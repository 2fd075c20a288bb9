import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { GoodBackup } from './backup/contract.ts'
import { keepBackup } from './backup/keep-backup.ts'
import { readKeyFile } from './backup/key-file.ts'
import { makeBackup } from './backup/make-backup.ts'
import { runAlone, type AloneContext } from './backup/run-alone.ts'
import { UsageError, languageOf, optionRefused } from './collections/import/arguments.ts'
import { understood, type ExitCode } from './collections/import/run-command.ts'
import { readConfig } from './config.ts'
import type { Bilingual, Language } from './http/language.ts'
import { openFiles } from './media/open.ts'
import { addForgotten, readForgotten } from './reports/forgotten-list.ts'

// npm run backup [-- --to FILE_OR_FOLDER] [--key-file F]: database and files as one file, while the program serves.

const text = { type: 'string' } as const
const OPTIONS = { to: text, 'key-file': text, lang: text, json: { type: 'boolean' } } as const

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run backup [-- --to TỆP|THƯ MỤC] [--key-file TỆP] [--json] [--lang vi|en]
      sao lưu cơ sở dữ liệu, ảnh và ghi âm thành một tệp, cả khi chương trình đang phục vụ
      không có --to: vào BACKUP_DIR (mặc định DATA_DIR/backups), giữ BACKUP_KEEP bản mới nhất
      --key-file: khóa age (age1… hoặc AGE-SECRET-KEY-…) hoặc một dòng mật khẩu; mặc định BACKUP_KEY_FILE`,
  en: `Usage:
  npm run backup [-- --to FILE|FOLDER] [--key-file FILE] [--json] [--lang vi|en]
      backs up the database, pictures and recordings as one file, also while the program serves
      without --to: into BACKUP_DIR (default DATA_DIR/backups), where the newest BACKUP_KEEP are kept
      --key-file: keys of age (age1… or AGE-SECRET-KEY-…) or one line with a passphrase; default BACKUP_KEY_FILE`
}

interface Command {
  /** Absolute; undefined: where backups are kept. */
  to: string | undefined
  keyFile: string | undefined
  json: boolean
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
}

function read(words: string[]): Command {
  const { values, positionals } = parse(words)
  if (positionals.length > 0) {
    const rest = positionals.join(' ')
    throw new UsageError({ vi: `Thừa «${rest}».`, en: `“${rest}” is too much.` }, USAGE)
  }
  const { to, 'key-file': keyFile, json = false } = values
  return { to: to === undefined ? undefined : resolve(to), keyFile, json }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** A folder that is there takes a file named after the moment; any other path is the file's own. */
const placeOf = (to: string) =>
  isFolder(to) ? { folder: to, name: null } : { folder: dirname(to), name: basename(to) }

function goodText(
  { bytes, rows, files, missingFiles, encrypted }: GoodBackup,
  path: string,
  language: Language
) {
  const count = (value: number) => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  const size = count(Math.ceil(bytes / 1_000_000))
  const done = {
    vi: `Đã sao lưu vào ${path}: ${size} MB, ${count(rows)} dòng dữ liệu, ${count(files)} tệp ảnh và ghi âm${encrypted ? ', đã mã hóa' : ', KHÔNG mã hóa: hãy cất nơi kín'}.`,
    en: `Backed up to ${path}: ${size} MB, ${count(rows)} rows, ${count(files)} pictures and recordings${encrypted ? ', encrypted' : ', NOT encrypted: keep it where nobody else reads it'}.`
  }
  const missing = {
    vi: `Chú ý: ${count(missingFiles)} tệp ảnh hoặc ghi âm đã mất hay hỏng từ trước nên không có trong bản sao lưu.`,
    en: `Note: ${count(missingFiles)} pictures or recordings were lost or damaged before and are not in the backup.`
  }
  return [done[language], ...(missingFiles > 0 ? [missing[language]] : [])].join('\n')
}

async function run({ language, print, log, signal }: AloneContext, command: Command): Promise<ExitCode> {
  const config = readConfig()
  const keyFile = command.keyFile ?? config.backup.keyFile
  const key = keyFile === undefined ? null : await readKeyFile(keyFile)
  const request = { config, key, files: openFiles(config), log, signal }
  const place = command.to === undefined ? undefined : placeOf(command.to)
  const good = place
    ? await makeBackup({ ...request, ...place })
    : await keepBackup({ ...request, folder: config.backup.dir }, config.backup.keep)
  // Older backups may lie there, from which nobody's data is to come back.
  if (place) await addForgotten(place.folder, await readForgotten(config.backup.dir))
  const path = join(place?.folder ?? config.backup.dir, good.file)
  print(command.json ? JSON.stringify({ outcome: 'done', ...good, path }) : goodText(good, path, language))
  return 0
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const command = isHelp ? undefined : understood(words, () => read(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (!command) process.exitCode = 2
else process.exitCode = await runAlone(words, (context) => run(context, command))
