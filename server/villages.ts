import { parseArgs } from 'node:util'
import type { Language } from './http/language.ts'
import { openAudit } from './accounts/audit.ts'
import { importLog } from './accounts/import-log.ts'
import { derivations, registry } from './themes.ts'
import {
  UsageError,
  codes,
  encodingOf,
  languageOf,
  optionRefused,
  pairs
} from './collections/import/arguments.ts'
import { collectionText } from './collections/import/help-text.ts'
import { makeVillages, type VillagesRequest } from './collections/import/make-villages.ts'
import { reportText } from './collections/import/report-text.ts'
import { runCommand, understood } from './collections/import/run-command.ts'

// npm run villages -- --commune CODE --centres FILE: provisional villages from their centres.

const text = { type: 'string' } as const
const OPTIONS = {
  commune: text,
  centres: text,
  crs: text,
  layer: text,
  encoding: text,
  title: text,
  lang: text,
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' }
} as const

const USAGE = {
  vi: 'Cách dùng: npm run villages -- --commune MÃ --centres TỆP [--crs EPSG:số] [--layer TÊN] [--map trường=cột …] [--set trường=giá trị …] [--encoding …] [--title "…"] [--dry-run] [--json] [--lang vi|en]',
  en: 'Usage: npm run villages -- --commune CODE --centres FILE [--crs EPSG:n] [--layer NAME] [--map field=column …] [--set field=value …] [--encoding …] [--title "…"] [--dry-run] [--json] [--lang vi|en]'
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, strict: true }).values
  } catch (error) {
    throw optionRefused(error, USAGE)
  }
}

function read(words: string[]): Omit<VillagesRequest, 'importedBy'> & { json: boolean } {
  const values = parse(words)
  const [commune] = values.commune === undefined ? [] : codes([values.commune], '--commune')
  if (commune === undefined || values.centres === undefined)
    throw new UsageError(
      { vi: 'Thiếu --commune hoặc --centres.', en: '--commune or --centres is missing.' },
      USAGE
    )
  const encoding = encodingOf(values.encoding)
  const [map, set] = [pairs(values.map, '--map'), pairs(values.set, '--set')]
  return {
    commune,
    file: values.centres,
    ...(values.crs === undefined ? {} : { crs: values.crs }),
    ...(values.layer === undefined ? {} : { layer: values.layer }),
    ...(values.title === undefined ? {} : { title: values.title }),
    ...(map ? { map } : {}),
    ...(set ? { set } : {}),
    ...(encoding ? { encoding } : {}),
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false
  }
}

/** What `--help` prints: the usage, then what a file of centres can fill. */
function helpText(language: Language) {
  const villages = registry.all.filter(({ id }) => id === 'villages')
  return [USAGE[language], '', ...villages.map((collection) => collectionText(collection, language))].join(
    '\n'
  )
}

const words = process.argv.slice(2)
const isHelp = words.includes('--help') || words.includes('-h')
const request = isHelp ? undefined : understood(words, () => read(words))
if (isHelp) process.stdout.write(`${helpText(languageOf(words))}\n`)
else if (!request) process.exitCode = 2
else
  process.exitCode = await runCommand(
    words,
    { registry, derivations, note: importLog(openAudit(), 'command') },
    async ({ deps, importedBy, print }) => {
      const report = await makeVillages(deps, { ...request, importedBy })
      print(request.json ? JSON.stringify(report) : reportText(report, languageOf(words)))
      return report.outcome === 'refused' ? 1 : 0
    }
  )
