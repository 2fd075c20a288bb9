import { languageOf } from '../collections/import/arguments.ts'
import { fail, type ExitCode } from '../collections/import/run-command.ts'
import type { Log } from '../db/pool.ts'
import type { Language } from '../http/language.ts'
import { endedEarly } from './problems.ts'

/** How a command that opens what it needs by itself speaks and hears. */
export interface AloneContext {
  language: Language
  print: (text: string) => void
  log: Log
  /** Somebody ended the command: what is under way is to be taken back. */
  signal: AbortSignal
}

const log: Log = {
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`)
}

/** A first signal asks to end in good order, a second one ends at once. */
function endings() {
  const ending = new AbortController()
  const end = () => {
    if (ending.signal.aborted) process.exit(1)
    ending.abort(endedEarly())
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return ending.signal
}

/** Runs a command and answers its exit code; failures are said in the caller's language. */
export async function runAlone(
  words: readonly string[],
  command: (context: AloneContext) => Promise<ExitCode>
): Promise<ExitCode> {
  const language = languageOf(words)
  const signal = endings()
  const print = (text: string) => void process.stdout.write(`${text}\n`)
  try {
    return await command({ language, print, log, signal })
  } catch (error) {
    // Whatever broke because of the ending is not the reason.
    return fail(signal.aborted ? signal.reason : error, language, words.includes('--json'))
  }
}
