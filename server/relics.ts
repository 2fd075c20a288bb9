import { basename, join, resolve } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openAudit } from './accounts/audit.ts'
import { intoBag } from './bagit/bag-sink.ts'
import { checkBag, type CheckedBag } from './bagit/check-bag.ts'
import { tidyOnEnding } from './bagit/tidy-on-ending.ts'
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
import { takeInRelics, type TakeInDesk } from './relics/bag/take-in-relics.ts'
import { exportedText, takenText } from './relics/bag/told.ts'
import { derivations, registry } from './themes.ts'

// npm run relics -- export BAG, take-in BAG: relics with their media to another installation, as a BagIt bag.

const USAGE: Bilingual = {
  vi: `Cách dùng:
  npm run relics -- export THƯ_MỤC|TỆP.tar [--relic địa-chỉ …] [--json] [--lang vi|en]
      xuất mọi di tích (hoặc các di tích đã nêu) cùng hình ảnh, âm thanh, ảnh 360°, mô hình 3D, bản gốc, địa chỉ, lời kể,
      tuyến tham quan, lịch sử và nền bản đồ của xã thành túi BagIt 1.0 có mã kiểm tra; vị trí của di tích giữ kín đi kèm chính xác:
      hãy giữ túi nơi kín
  npm run relics -- take-in THƯ_MỤC|TỆP.tar [--dry-run] [--without-tours] [--json] [--lang vi|en]
      kiểm tra từng tệp rồi nạp hết hoặc không nạp gì; các trang giữ nguyên địa chỉ; nạp lại cùng túi không đổi gì;
      xã chưa có tại đây thì nạp cả ranh giới, thôn, nền bản đồ của xã từ túi; --without-tours: bỏ qua các tuyến`,
  en: `Usage:
  npm run relics -- export FOLDER|FILE.tar [--relic address …] [--json] [--lang vi|en]
      puts all relics (or those named) with images, sounds, 360° views, 3D models, originals, addresses, memories, tours,
      history and the map of their commune into a BagIt 1.0 bag with checksums; the exact places of protected relics are in it: keep
      the bag closed
  npm run relics -- take-in FOLDER|FILE.tar [--dry-run] [--without-tours] [--json] [--lang vi|en]
      checks every file, then takes in all or nothing; pages keep their addresses; the same bag twice changes nothing;
      border, villages and map of a commune that is not known here come from the bag; --without-tours: passes tours over`
}

interface Command {
  kind: 'export' | 'take-in'
  path: string
  /** Null: all. */
  relics: string[] | null
  dryRun: boolean
  withoutTours: boolean
  json: boolean
}

const OPTIONS = {
  relic: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  'without-tours': { type: 'boolean' },
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
  const {
    relic = null,
    'dry-run': dryRun = false,
    'without-tours': withoutTours = false,
    json = false
  } = values
  const stray = kind === 'export' ? dryRun || withoutTours : relic !== null
  if (stray)
    throw new UsageError(
      {
        vi: 'Tham số --relic chỉ dùng với export; --dry-run và --without-tours chỉ dùng với take-in.',
        en: '--relic is for export only; --dry-run and --without-tours are for take-in only.'
      },
      USAGE
    )
  return { kind, path: resolve(path), relics: relic, dryRun, withoutTours, json }
}

async function runExport({ deps: { db }, language, importedBy, print }: CommandContext, command: Command) {
  const media = moveMedia(db, openFiles(readConfig()))
  let exported: Exported | undefined
  await intoBag(command.path, async (sink) => {
    exported = await exportRelics({ db, media, registry }, sink, command.relics)
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

/** Tells the audit log that a bag was taken in. */
const noteOf =
  (importedBy: string, { sha256 }: CheckedBag): TakeInDesk['note'] =>
  async (client, taken) =>
    openAudit()(client, {
      actor: null,
      by: 'command',
      action: 'relic.take_in',
      subject: 'relics',
      subjectId: taken.importId,
      after: { bag: sha256, ...taken },
      from: `command:${importedBy}`
    })

async function runTakeIn({ deps: { db }, language, importedBy, print }: CommandContext, command: Command) {
  const { path, dryRun, withoutTours, json } = command
  const config = readConfig()
  const scratch = join(config.dataDir, 'uploads')
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  const opened = await unpackBag(path, scratch)
  try {
    await tidyOnEnding(opened.temporary, async () => {
      const bag = await checkBag(opened.folder)
      const media = moveMedia(db, openFiles(config))
      const desk = { db, media, registry, derivations, note: noteOf(importedBy, bag) }
      const request = { name: basename(path), dryRun, withoutTours, takenBy: importedBy }
      const taken = await takeInRelics(desk, bag, request)
      print(json ? JSON.stringify(taken) : takenText(taken)[language])
    })
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
