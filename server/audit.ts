import { parseArgs } from 'node:util'
import type { AuditFault } from './accounts/audit-chain.ts'
import { endFile, noteEnd, readEnd, type NotedEnd } from './accounts/audit-end.ts'
import { isInChain } from './accounts/audit-queries.ts'
import { exportAudit, verifyAudit, type AuditVerdict, type KnownEnd } from './accounts/audit-verify.ts'
import { UsageError, languageOf, optionRefused } from './collections/import/arguments.ts'
import {
  runCommand,
  understood,
  type CommandContext,
  type ExitCode
} from './collections/import/run-command.ts'
import { readConfig } from './config.ts'
import type { Queryable } from './db/pool.ts'
import type { Bilingual, Language } from './http/language.ts'
import { momentText } from './http/pages/texts.ts'
import { derivations, registry } from './themes.ts'

// npm run audit -- verify | export: whether the audit log is whole, and the log as lines of JSON.

const text = { type: 'string' } as const
const OPTIONS = { known: text, from: text, to: text, lang: text, json: { type: 'boolean' } } as const

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run audit -- verify [--known SỐ:MÃ BĂM] [--json] [--lang vi|en]
      kiểm tra nhật ký có mục nào bị sửa, xóa hay chèn thêm; luôn đối chiếu với điểm cuối mà chương trình ghi
      mỗi giờ trong thư mục dữ liệu (audit-end.json), và với mã băm nêu sau --known (đã ghi lại lần trước, hay
      auditEnd trong manifest.json của bản sao lưu)
  npm run audit -- export [--from THỜI ĐIỂM] [--to THỜI ĐIỂM]
      in nhật ký, mỗi mục một dòng JSON; thời điểm viết như 2026-01-31T00:00:00+07:00`,
  en: `Usage:
  npm run audit -- verify [--known NUMBER:HASH] [--json] [--lang vi|en]
      tells whether any entry was changed, removed or inserted; always compares with the end that the program
      notes each hour in the data folder (audit-end.json), and with the one after --known (noted earlier, or
      auditEnd in a backup's manifest.json)
  npm run audit -- export [--from MOMENT] [--to MOMENT]
      prints the log, one line of JSON per entry; a moment reads like 2026-01-31T00:00:00+07:00`
}

type Command =
  | { kind: 'verify'; known: KnownEnd | undefined; json: boolean }
  | { kind: 'export'; from: string | null; to: string | null }

const misuse = (vi: string, en: string) => new UsageError({ vi, en }, USAGE)

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
}

function knownOf(given: string | undefined) {
  if (given === undefined) return undefined
  const [, id, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? []
  if (id === undefined || hash === undefined)
    throw misuse(
      `--known ${given}: phải viết SỐ:MÃ BĂM như lệnh verify đã in.`,
      `--known ${given}: write NUMBER:HASH as verify printed it.`
    )
  return { id: Number(id), hash }
}

function momentOf(given: string | undefined, option: string) {
  if (given === undefined) return null
  if (!Number.isNaN(Date.parse(given))) return new Date(given).toISOString()
  throw misuse(`${option} ${given}: không phải thời điểm.`, `${option} ${given}: is no moment.`)
}

function read(words: string[]): Command {
  const { values, positionals } = parse(words)
  const [kind, ...rest] = positionals
  if (rest.length === 0 && kind === 'verify')
    return { kind, known: knownOf(values.known), json: values.json ?? false }
  if (rest.length === 0 && kind === 'export')
    return { kind, from: momentOf(values.from, '--from'), to: momentOf(values.to, '--to') }
  throw misuse('Hãy nêu verify hoặc export.', 'Say verify or export.')
}

const WORDS: Record<AuditFault['kind'], Bilingual> = {
  unended: {
    vi: 'không còn gì chứng thực, vì dòng ghi điểm cuối của nhật ký (audit_head) đã bị xóa',
    en: 'vouched for by nothing, because the row with the end of the log (audit_head) is gone'
  },
  changed: { vi: 'bị sửa', en: 'changed' },
  removed: { vi: 'bị xóa', en: 'removed' },
  inserted: { vi: 'bị chèn thêm', en: 'inserted' }
}

function faultText({ kind, from, to }: AuditFault, language: Language) {
  const [one, many] = { vi: ['Mục', 'Các mục'], en: ['Entry', 'Entries'] }[language]
  return from === to
    ? `${one} ${from}: ${WORDS[kind][language]}.`
    : `${many} ${from}–${to}: ${WORDS[kind][language]}.`
}

function verdictText({ entries, lastId, hash, faults }: AuditVerdict, language: Language) {
  const whole = {
    vi: `Nhật ký nguyên vẹn: ${entries} mục.`,
    en: `The log is whole: ${entries} entries.`
  }[language]
  const broken = {
    vi: `Nhật ký KHÔNG nguyên vẹn (${entries} mục):`,
    en: `The log is NOT whole (${entries} entries):`
  }[language]
  const end = {
    vi: `Mã băm cuối (ghi lại ở nơi khác để đối chiếu lần sau bằng --known): ${lastId}:${hash}`,
    en: `The end (note it elsewhere, to compare next time by --known): ${lastId}:${hash}`
  }[language]
  const found = faults.map((fault) => faultText(fault, language))
  return [...(faults.length > 0 ? [broken, ...found] : [whole]), ...(lastId > 0 ? [end] : [])].join('\n')
}

/** An end that was noted in the data folder, and whether the log still has it. */
interface Compared extends NotedEnd {
  file: string
  fits: boolean
}

async function compare(db: Queryable, dataDir: string): Promise<Compared | null> {
  const noted = await readEnd(dataDir)
  return noted && { ...noted, file: endFile(dataDir), fits: await isInChain(db, noted) }
}

function comparedText({ file, id, at, fits }: Compared, language: Language) {
  const moment = momentText(at, language)
  const found = { vi: fits ? 'khớp' : 'KHÔNG khớp', en: fits ? 'it fits' : 'it does NOT fit' }[language]
  return {
    vi: `Đối chiếu với điểm cuối ghi trong ${file} (mục ${id}, ngày ${moment}): ${found}.`,
    en: `Compared with the end noted in ${file} (entry ${id}, ${moment} in Việt Nam): ${found}.`
  }[language]
}

/** Checks the log; a whole one has its end noted in the data folder. */
async function verify(db: Queryable, known: KnownEnd | undefined) {
  const { dataDir } = readConfig()
  const compared = await compare(db, dataDir)
  const verdict = await verifyAudit(
    db,
    [known, compared].filter((end) => end != null)
  )
  if (verdict.faults.length === 0) await noteEnd(db, dataDir)
  return { verdict, compared }
}

async function run({ deps, language, print }: CommandContext, command: Command): Promise<ExitCode> {
  if (command.kind === 'export') {
    for await (const line of exportAudit(deps.db, command)) print(line)
    return 0
  }
  const { verdict, compared } = await verify(deps.db, command.known)
  if (command.json) print(JSON.stringify({ ...verdict, compared }))
  else
    print(
      [verdictText(verdict, language), ...(compared ? [comparedText(compared, language)] : [])].join('\n')
    )
  return verdict.faults.length > 0 ? 1 : 0
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const command = isHelp ? undefined : understood(words, () => read(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (!command) process.exitCode = 2
else process.exitCode = await runCommand(words, { registry, derivations }, (context) => run(context, command))
