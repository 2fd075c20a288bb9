import { parseArgs } from 'node:util'
import { systemLocale } from '../../config.ts'
import type { Localized } from '../contract.ts'
import type { FileRequest } from './import-file.ts'
import { ENCODINGS, type Encoding } from './legacy-encodings.ts'

/** The command line is not understood: exit code 2, with the usage. */
export class UsageError extends Error {
  readonly sentence: Localized
  readonly usage: Localized

  constructor(sentence: Localized, usage: Localized = USAGE) {
    super(sentence.vi)
    this.name = 'UsageError'
    this.sentence = sentence
    this.usage = usage
  }
}

export type Language = 'vi' | 'en'

export type Command =
  | { kind: 'import'; request: Omit<FileRequest, 'importedBy'>; json: boolean }
  | { kind: 'undo'; id: number; json: boolean }
  | { kind: 'list'; json: boolean }
  | { kind: 'help' }

const OPTIONS = {
  commune: { type: 'string' },
  'speaks-for': { type: 'string', multiple: true },
  crs: { type: 'string' },
  layer: { type: 'string' },
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  encoding: { type: 'string' },
  title: { type: 'string' },
  'allow-partial': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const

export const USAGE: Localized = {
  vi: `Cách dùng:
  npm run import -- <loại dữ liệu> <tệp> [--commune MÃ] [--speaks-for MÃ,MÃ] [--crs EPSG:số] [--layer TÊN]
      [--map trường=cột …] [--set trường=giá trị …] [--encoding auto|utf8|tcvn3|vni|cp1258] [--title "…"]
      [--allow-partial] [--dry-run] [--json] [--lang vi|en]
  npm run import -- list
  npm run import -- undo <số lần nạp>`,
  en: `Usage:
  npm run import -- <collection> <file> [--commune CODE] [--speaks-for CODE,CODE] [--crs EPSG:n] [--layer NAME]
      [--map field=column …] [--set field=value …] [--encoding auto|utf8|tcvn3|vni|cp1258] [--title "…"]
      [--allow-partial] [--dry-run] [--json] [--lang vi|en]
  npm run import -- list
  npm run import -- undo <import number>`
}

/** What `parseArgs` refuses, as a sentence with the usage. */
export function optionRefused(error: unknown, usage: Localized = USAGE): UsageError {
  const detail = error instanceof Error ? error.message : String(error)
  const option = /'(-[^'\s]+)/.exec(detail)?.[1] ?? ''
  if (error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new UsageError({ vi: `Không có tham số ${option}.`, en: `There is no option ${option}.` }, usage)
  return new UsageError(
    {
      vi: `Tham số ${option} thiếu giá trị hoặc viết sai cách.`,
      en: `The option ${option} lacks its value or is written wrongly.`
    },
    usage
  )
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw optionRefused(error)
  }
}

/** `field=text` pairs; the text may hold further equal signs. */
export function pairs(
  given: readonly string[] | undefined,
  option: string
): Record<string, string> | undefined {
  if (!given) return undefined
  const entries = given.map((item): [string, string] => {
    const at = item.indexOf('=')
    if (at <= 0)
      throw new UsageError({
        vi: `${option} ${item}: phải viết trường=giá trị, ví dụ ${option} name=TEN.`,
        en: `${option} ${item}: write field=value, for example ${option} name=TEN.`
      })
    return [item.slice(0, at).trim(), item.slice(at + 1).trim()]
  })
  return Object.fromEntries(entries)
}

/** The encoding that --encoding names; undefined: to be recognised. */
export function encodingOf(given: string | undefined): Encoding | undefined {
  if (given === undefined || given === 'auto') return undefined
  const found = ENCODINGS.find((name) => name === given)
  if (found) return found
  throw new UsageError({
    vi: `--encoding ${given}: phải là auto, ${ENCODINGS.join(', ')}.`,
    en: `--encoding ${given}: must be auto, ${ENCODINGS.join(', ')}.`
  })
}

/** Five-digit codes, separated by commas or given one by one. */
export function codes(given: readonly string[], option: string): string[] {
  const list = given.flatMap((item) => item.split(/[,;\s]+/)).filter((code) => code !== '')
  const bad = list.find((code) => !/^\d{5}$/.test(code))
  if (list.length === 0 || bad !== undefined)
    throw new UsageError({
      vi: `${option}: mã xã phải có 5 chữ số${bad === undefined ? '' : ` («${bad}» thì không)`}.`,
      en: `${option}: a commune code has 5 digits${bad === undefined ? '' : ` («${bad}» has not)`}.`
    })
  return [...new Set(list)]
}

function count(positionals: string[], wanted: number) {
  // An empty word is what a shell makes of a variable that is not set; as a path it would be the folder one stands in.
  const isShort = positionals.length < wanted || positionals.includes('')
  if (positionals.length === wanted && !isShort) return
  throw new UsageError({
    vi: isShort ? 'Thiếu loại dữ liệu hoặc tệp.' : `Thừa tham số: ${positionals.slice(wanted).join(' ')}.`,
    en: isShort
      ? 'The collection or the file is missing.'
      : `Too many words: ${positionals.slice(wanted).join(' ')}.`
  })
}

function undoId(text: string | undefined): number {
  if (text !== undefined && /^#?\d{1,15}$/.test(text)) return Number(text.replace('#', ''))
  throw new UsageError({
    vi: 'undo cần số của lần nạp, ví dụ: npm run import -- undo 12',
    en: 'undo needs the import’s number, for example: npm run import -- undo 12'
  })
}

/** The language of the output: --lang, else English where LANG says so, else Vietnamese. */
export function languageOf(words: readonly string[], locale = systemLocale()): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const given = at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1])
  if (given === 'vi' || given === 'en') return given
  return /^en/i.test(locale) ? 'en' : 'vi'
}

/** Reads the command line. Throws `UsageError` for anything that is not understood. */
export function readArguments(words: string[]): Command {
  const { values, positionals } = parse(words)
  const json = values.json ?? false
  if (values.help) return { kind: 'help' }
  if (values.lang !== undefined && !['vi', 'en'].includes(values.lang))
    throw new UsageError({ vi: '--lang phải là vi hoặc en.', en: '--lang must be vi or en.' })
  const [first, second] = positionals
  if (first === 'list') {
    count(positionals, 1)
    return { kind: 'list', json }
  }
  if (first === 'undo') {
    if (second !== undefined) count(positionals, 2)
    return { kind: 'undo', id: undoId(second), json }
  }
  count(positionals, 2)
  const [commune] = values.commune === undefined ? [] : codes([values.commune], '--commune')
  const encoding = encodingOf(values.encoding)
  const [map, set] = [pairs(values.map, '--map'), pairs(values.set, '--set')]
  const speaksFor = values['speaks-for'] && codes(values['speaks-for'], '--speaks-for')
  return {
    kind: 'import',
    json,
    request: {
      collection: first ?? '',
      file: second ?? '',
      ...(commune === undefined ? {} : { commune }),
      ...(speaksFor ? { speaksFor } : {}),
      ...(values.crs === undefined ? {} : { crs: values.crs }),
      ...(values.layer === undefined ? {} : { layer: values.layer }),
      ...(map ? { map } : {}),
      ...(set ? { set } : {}),
      ...(encoding ? { encoding } : {}),
      ...(values.title === undefined ? {} : { title: values.title }),
      allowPartial: values['allow-partial'] ?? false,
      dryRun: values['dry-run'] ?? false
    }
  }
}
