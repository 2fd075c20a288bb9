import { expect, vi } from 'vitest'
import type { Commands, Ending } from './import-command.ts'

/** For states that another process brings about. */
export const PATIENCE = { timeout: 60_000, interval: 50 }

/** What is in for good: imports and cultural houses. */
export async function held({ database }: Commands) {
  const { rows } = await database.db.query(
    'select (select count(*) from import) as imports, (select count(*) from cultural_house) as houses'
  )
  return rows[0]
}

let files = 0
/** A file of cultural houses that no earlier import had. */
export function housesFile(commands: Commands, count: number) {
  const rows = Array.from(
    { length: count },
    (_, index) => `NVH ${index},20.05,105.${String(index).padStart(6, '0')}`
  )
  return commands.file(`nvh-${++files}.csv`, [`Tên,Lat,Long,Lần ${files}`, ...rows].join('\n'))
}

/** The import ended with `sentence` and 1, printed nothing else, and left nothing behind. */
export async function expectNothingDone(
  commands: Commands,
  ending: Ending,
  before: unknown,
  sentence: RegExp
) {
  expect({ code: ending.code, stdout: ending.stdout }).toEqual({ code: 1, stdout: '' })
  expect(ending.stderr).toMatch(sentence)
  expect(ending.stderr).toMatch(/Chưa có gì thay đổi/)
  expect(ending.stderr).not.toMatch(/^ {4}at /m)
  expect(await vi.waitFor(() => held(commands), PATIENCE)).toEqual(before)
}

/** The same file is taken in afterwards, and what the interrupted run had staged is gone. */
export async function expectTakenNext(commands: Commands, path: string) {
  expect(await commands.runImport('cultural_houses', path)).toMatchObject({ code: 0, stderr: '' })
  const { rows } = await commands.database.db.query(
    'select (select count(*) from import_row) as rows, (select count(*) from import_staging) as runs'
  )
  expect(rows).toEqual([{ rows: 0, runs: 0 }])
}
