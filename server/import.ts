import { openAudit } from './accounts/audit.ts'
import { importLog } from './accounts/import-log.ts'
import { derivations, registry } from './themes.ts'
import { languageOf, readArguments, type Command } from './collections/import/arguments.ts'
import { helpText } from './collections/import/help-text.ts'
import { importFile } from './collections/import/import-file.ts'
import { listImports, listText } from './collections/import/list-imports.ts'
import { reportText } from './collections/import/report-text.ts'
import {
  runCommand,
  understood,
  type CommandContext,
  type ExitCode
} from './collections/import/run-command.ts'
import { undoImport } from './collections/import/undo.ts'

// npm run import -- <collection> <file> …, list, undo <id>, --help.

type Real = Exclude<Command, { kind: 'help' }>

async function runList({ deps, language, print }: CommandContext, json: boolean): Promise<ExitCode> {
  const imports = await listImports(deps.db)
  print(json ? JSON.stringify(imports) : listText(imports, language))
  return 0
}

async function runUndo(context: CommandContext, id: number, json: boolean): Promise<ExitCode> {
  const { deps, language, importedBy, print } = context
  const undone = await undoImport(deps, id, importedBy)
  const text = {
    vi: `Đã gỡ lần nạp số ${id} («${undone.title}», ${undone.collection}).`,
    en: `Import number ${id} («${undone.title}», ${undone.collection}) is undone.`
  }
  print(json ? JSON.stringify({ outcome: 'undone', ...undone }) : text[language])
  return 0
}

async function runImport(
  { deps, language, importedBy, print }: CommandContext,
  command: Extract<Command, { kind: 'import' }>
): Promise<ExitCode> {
  const report = await importFile(deps, { ...command.request, importedBy, language })
  print(command.json ? JSON.stringify(report) : reportText(report, language))
  return report.outcome === 'refused' ? 1 : 0
}

function run(context: CommandContext, command: Real): Promise<ExitCode> {
  if (command.kind === 'list') return runList(context, command.json)
  if (command.kind === 'undo') return runUndo(context, command.id, command.json)
  return runImport(context, command)
}

const words = process.argv.slice(2)
const command = understood(words, () => readArguments(words))
if (!command) process.exitCode = 2
else if (command.kind === 'help') process.stdout.write(`${helpText(registry, languageOf(words))}\n`)
else
  process.exitCode = await runCommand(
    words,
    { registry, derivations, note: importLog(openAudit(), 'command') },
    (context) => run(context, command)
  )
