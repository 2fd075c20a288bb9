import { basename, join, resolve } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openAudit } from './accounts/audit.ts'
import { intoBag } from './bagit/bag-sink.ts'
import { checkBag } from './bagit/check-bag.ts'
import { unpackBag } from './bagit/unpack-bag.ts'
import { UsageError, languageOf, optionRefused } from './collections/import/arguments.ts'
import {
  runCommand,
  understood,
  type CommandContext,
  type ExitCode
} from './collections/import/run-command.ts'
import { readConfig } from './config.ts'
import { inTransaction } from './db/transaction.ts'
import type { Bilingual } from './http/language.ts'
import { moveMedia } from './media/moving/move-media.ts'
import { openFiles } from './media/open.ts'
import { exportRelics, type Exported } from './relics/bag/export-relics.ts'
import { takeInRelics, type Taken } from './relics/bag/take-in-relics.ts'
import { derivations, registry } from './themes.ts'

// npm run relics -- export BAG, take-in BAG: relics with their media to another installation, as a BagIt bag.

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run relics -- export THƯ_MỤC|TỆP.tar [--relic địa-chỉ …] [--json] [--lang vi|en]
      xuất mọi di tích (hoặc các di tích đã nêu) cùng hình ảnh, bản gốc, địa chỉ, lịch sử thành túi BagIt 1.0 có mã kiểm tra;
      vị trí của di tích giữ kín đi kèm chính xác: hãy giữ túi nơi kín
  npm run relics -- take-in THƯ_MỤC|TỆP.tar [--dry-run] [--json] [--lang vi|en]
      kiểm tra từng tệp rồi nạp hết hoặc không nạp gì; các trang giữ nguyên địa chỉ; nạp lại cùng túi không đổi gì`,
  en: `Usage:
  npm run relics -- export FOLDER|FILE.tar [--relic address …] [--json] [--lang vi|en]
      puts all relics (or those named) with images, originals, addresses and history into a BagIt 1.0 bag with checksums;
      the exact places of protected relics are in it: keep the bag closed
  npm run relics -- take-in FOLDER|FILE.tar [--dry-run] [--json] [--lang vi|en]
      checks every file, then takes in all or nothing; pages keep their addresses; the same bag twice changes nothing`
}

interface Command {
  kind: 'export' | 'take-in'
  path: string
  /** Null: all. */
  relics: string[] | null
  dryRun: boolean
  json: boolean
}

const OPTIONS = {
  relic: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' }
} as const

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
}

function read(words: string[]): Command {
  const { values, positionals } = parse(words)
  const [kind, path, ...rest] = positionals
  if ((kind !== 'export' && kind !== 'take-in') || path === undefined || rest.length > 0)
    throw new UsageError(
      { vi: 'Hãy nêu export hoặc take-in và đúng một túi.', en: 'Say export or take-in, and one bag.' },
      USAGE
    )
  const { relic = null, 'dry-run': dryRun = false, json = false } = values
  return { kind, path: resolve(path), relics: relic, dryRun, json }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)

function exportedText(
  { relics, protected: hidden, files, bytes, missing }: Exported,
  path: string
): Bilingual {
  const lost = missing.length
  return {
    vi: [
      `Đã xuất ${relics} di tích, ${files} tệp (${megabytes(bytes)} MB) vào ${path}.`,
      ...(hidden > 0
        ? [`Chú ý: túi có vị trí chính xác của ${hidden} di tích giữ kín; hãy cất nơi kín.`]
        : []),
      ...(lost > 0 ? [`Chú ý: ${lost} tệp đã mất hoặc hỏng từ trước nên không có trong túi.`] : [])
    ].join('\n'),
    en: [
      `Exported ${relics} relics and ${files} files (${megabytes(bytes)} MB) to ${path}.`,
      ...(hidden > 0
        ? [`Note: the exact places of ${hidden} protected relics are in the bag; keep it closed.`]
        : []),
      ...(lost > 0 ? [`Note: ${lost} files were lost or damaged before and are not in the bag.`] : [])
    ].join('\n')
  }
}

function takenText({ outcome, relics, rows, media, importId }: Taken): Bilingual {
  const undo = importId === null ? '' : ` npm run import -- undo ${importId}`
  return {
    done: {
      vi: `Đã nạp ${relics} di tích: ${rows} dòng và ${media} hình ảnh, tư liệu mới.${undo && ` Muốn gỡ các dòng:${undo}`}`,
      en: `Took in ${relics} relics: ${rows} rows and ${media} media are new.${undo && ` To take the rows back:${undo}`}`
    },
    valid: {
      vi: `Túi đúng và nạp được: ${relics} di tích, trong đó ${rows} dòng và ${media} hình ảnh, tư liệu mới. Chưa có gì thay đổi.`,
      en: `The bag is right and can be taken in: ${relics} relics, of which ${rows} rows and ${media} media are new. Nothing has changed.`
    },
    unchanged: {
      vi: `Tất cả ${relics} di tích trong túi đã có tại đây; không có gì thay đổi.`,
      en: `All ${relics} relics of the bag are here already; nothing has changed.`
    }
  }[outcome]
}

async function runExport({ deps: { db }, language, importedBy, print }: CommandContext, command: Command) {
  const media = moveMedia(db, openFiles(readConfig()))
  let exported: Exported | undefined
  await intoBag(command.path, async (sink) => {
    exported = await exportRelics({ db, media }, sink, command.relics)
  })
  if (!exported) throw new Error('The bag was not made')
  const { missing, ...counts } = exported
  await inTransaction(db, (client) =>
    openAudit()(client, {
      actor: null,
      by: 'command',
      action: 'relic.export',
      subject: 'relics',
      after: { ...counts, missing: missing.length },
      from: `command:${importedBy}`
    })
  )
  print(
    command.json
      ? JSON.stringify({ outcome: 'done', path: command.path, ...exported })
      : exportedText(exported, command.path)[language]
  )
}

async function runTakeIn({ deps: { db }, language, importedBy, print }: CommandContext, command: Command) {
  const config = readConfig()
  const scratch = join(config.dataDir, 'uploads')
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  const audit = openAudit()
  const opened = await unpackBag(command.path, scratch)
  try {
    const bag = await checkBag(opened.folder)
    const note = async (client: Parameters<typeof audit>[0], taken: Taken) => {
      const what = { subject: 'relics', subjectId: taken.importId, after: { bag: bag.sha256, ...taken } }
      await audit(client, {
        actor: null,
        by: 'command',
        action: 'relic.take_in',
        ...what,
        from: `command:${importedBy}`
      })
    }
    const desk = { db, media: moveMedia(db, openFiles(config)), registry, derivations, note }
    const request = { name: basename(command.path), dryRun: command.dryRun, takenBy: importedBy }
    const taken = await takeInRelics(desk, bag, request)
    print(command.json ? JSON.stringify(taken) : takenText(taken)[language])
  } finally {
    await opened.remove()
  }
}

async function run(context: CommandContext, command: Command): Promise<ExitCode> {
  if (command.kind === 'export') await runExport(context, command)
  else await runTakeIn(context, command)
  return 0
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const command = isHelp ? undefined : understood(words, () => read(words))
if (isHelp) process.stdout.write(`${USAGE[languageOf(words)]}\n`)
else if (!command) process.exitCode = 2
else process.exitCode = await runCommand(words, { registry, derivations }, (context) => run(context, command))
