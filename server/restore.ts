import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeEnd } from './accounts/audit-end.ts'
import { verifyAudit, type KnownEnd } from './accounts/audit-verify.ts'
import { readKeyFile } from './backup/key-file.ts'
import { restoreBackup, type Restored } from './backup/restore-backup.ts'
import { runAlone, type AloneContext } from './backup/run-alone.ts'
import { UsageError, languageOf, optionRefused } from './collections/import/arguments.ts'
import { understood, type ExitCode } from './collections/import/run-command.ts'
import { readConfig } from './config.ts'
import type { Queryable } from './db/pool.ts'
import type { Bilingual, Language } from './http/language.ts'
import { openFiles } from './media/open.ts'
import { addForgotten, readForgotten } from './reports/forgotten-list.ts'

// npm run restore -- FILE [--key-file F] [--data-dir DIR]: a backup into an empty place.

const text = { type: 'string' } as const
const OPTIONS = { 'key-file': text, 'data-dir': text, lang: text, json: { type: 'boolean' } } as const

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run restore -- TỆP [--key-file TỆP] [--data-dir THƯ MỤC] [--json] [--lang vi|en]
      khôi phục một bản sao lưu vào nơi còn trống: cơ sở dữ liệu nêu trong DATABASE_URL, hoặc thư mục dữ liệu
      (DATA_DIR hoặc --data-dir) khi không có DATABASE_URL; ảnh và ghi âm vào thư mục dữ liệu
      --key-file: khóa bí mật age (AGE-SECRET-KEY-…) hoặc mật khẩu; mặc định BACKUP_KEY_FILE`,
  en: `Usage:
  npm run restore -- FILE [--key-file FILE] [--data-dir FOLDER] [--json] [--lang vi|en]
      restores a backup into an empty place: the database of DATABASE_URL, or, without one, the data folder
      (DATA_DIR or --data-dir); pictures and recordings into the data folder
      --key-file: a secret key of age (AGE-SECRET-KEY-…) or the passphrase; default BACKUP_KEY_FILE`
}

interface Command {
  file: string
  keyFile: string | undefined
  dataDir: string | undefined
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
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0)
    throw new UsageError({ vi: 'Hãy nêu một tệp sao lưu.', en: 'Name one backup file.' }, USAGE)
  const { 'key-file': keyFile, 'data-dir': dataDir, json = false } = values
  return { file: resolve(file), keyFile, dataDir: dataDir === undefined ? undefined : resolve(dataDir), json }
}

/**
 * What became of it; `isAuditWhole`: whether the audit log's chain holds, as it did or did not when it was backed up;
 * `forgotten`: how many deletions on request are known, all of which hold again once the program starts.
 */
type Outcome = Restored & { isAuditWhole: boolean; forgotten: number }

function outcomeText(
  { takenAt, rows, files, missingFiles, isAuditWhole, forgotten }: Outcome,
  language: Language
) {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  const count = (value: number) => value.toLocaleString(locale)
  const moment = new Date(takenAt).toLocaleString(locale, { timeZone: 'Asia/Ho_Chi_Minh' })
  const done: Bilingual = {
    vi: `Đã khôi phục bản sao lưu lúc ${moment}: ${count(rows)} dòng dữ liệu, ${count(files)} tệp ảnh và ghi âm, đã đối chiếu từng dòng và từng tệp. Hãy chạy «npm start» với cùng cấu hình.`,
    en: `Restored the backup of ${moment} (Việt Nam): ${count(rows)} rows, ${count(files)} pictures and recordings, every row and file compared. Run “npm start” with the same configuration.`
  }
  const missing: Bilingual = {
    vi: `Chú ý: ${count(missingFiles)} tệp ảnh hoặc ghi âm đã mất hay hỏng trước khi sao lưu.`,
    en: `Note: ${count(missingFiles)} pictures or recordings had been lost or damaged before the backup.`
  }
  const broken: Bilingual = {
    vi: 'Chú ý: nhật ký đã KHÔNG nguyên vẹn từ trước khi sao lưu. Hãy chạy «npm run audit -- verify».',
    en: 'Note: the audit log was NOT whole before the backup already. Run “npm run audit -- verify”.'
  }
  const again: Bilingual = {
    vi: `Danh sách đã xóa theo yêu cầu có ${count(forgotten)} mục; mục nào bản sao lưu chưa có sẽ được xóa lại ngay khi chương trình khởi động.`,
    en: `Deletions on request on the list: ${count(forgotten)}. Those that the backup does not have are done again as the program starts.`
  }
  const notes = [
    ...(missingFiles > 0 ? [missing] : []),
    ...(isAuditWhole ? [] : [broken]),
    ...(forgotten > 0 ? [again] : [])
  ]
  return [done, ...notes].map((sentence) => sentence[language]).join('\n')
}

/** An older database may have been backed up before it had an audit log. */
async function hasAudit(db: Queryable) {
  const { rows } = await db.query<{ present: boolean }>(
    `select to_regclass('public.audit_entry') is not null as present`
  )
  return rows[0]?.present ?? false
}

async function run({ language, print, log, signal }: AloneContext, command: Command): Promise<ExitCode> {
  const config = readConfig(undefined, command.dataDir)
  const keyFile = command.keyFile ?? config.backup.keyFile
  const key = keyFile === undefined ? null : await readKeyFile(keyFile)
  const lists = [dirname(command.file), config.backup.dir]
  const forgotten = (await Promise.all(lists.map(readForgotten))).flat()
  let isAuditWhole = true
  let auditEnd: KnownEnd | null = null
  const restored = await restoreBackup({
    file: command.file,
    key,
    config,
    files: openFiles(config),
    check: async (db, manifest) => {
      if (!(await hasAudit(db))) return
      const { lastId, hash, faults } = await verifyAudit(db, manifest.auditEnd ? [manifest.auditEnd] : [])
      isAuditWhole = faults.length === 0
      auditEnd = lastId > 0 ? { id: lastId, hash } : null
    },
    log,
    signal
  })
  // The end of another log may have been noted here.
  await writeEnd(config.dataDir, auditEnd)
  await addForgotten(config.backup.dir, forgotten)
  const outcome = { ...restored, isAuditWhole, forgotten: new Set(forgotten).size }
  print(command.json ? JSON.stringify({ outcome: 'done', ...outcome }) : outcomeText(outcome, language))
  return 0
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const command = isHelp ? undefined : understood(words, () => read(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (!command) process.exitCode = 2
else process.exitCode = await runAlone(words, (context) => run(context, command))
