import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAbsent } from '../absent.ts'
import { Unusable } from '../unusable.ts'

// What was deleted on request, as a file beside the backups: whoever restores one that is older has it deleted again.

const FILE = 'forgotten.txt'
const HEAD =
  '# Địa bàn: dữ liệu cá nhân đã xóa theo yêu cầu, để xóa lại sau khi khôi phục bản sao lưu cũ hơn. Không chứa dữ liệu cá nhân.\n' +
  '# Personal data deleted on request, to be deleted again after an older backup is restored. No personal data in here.\n'

/** `report <uuid>`: its reporter; `code <hex>`: the hash of the code of somebody who saw it too; `memory <uuid>`: of a relic. */
const KEY = /^((report|memory) [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|code [0-9a-f]{64})$/

/** Where a folder of backups keeps the list. */
export const forgottenFile = (folder: string): string => join(folder, FILE)

const damaged = (file: string, line: string) =>
  new Unusable({
    vi: `Tệp ${file} (những gì đã xóa theo yêu cầu) có dòng không hiểu được: «${line.slice(0, 80)}». Hãy sửa hoặc bỏ dòng ấy.`,
    en: `The file ${file} (what was deleted on request) has a line that is not understood: “${line.slice(0, 80)}”. Mend or remove it.`
  })

/** The keys on a folder's list; none where there is no list. Throws `Unusable` where a line cannot be understood. */
export async function readForgotten(folder: string): Promise<string[]> {
  const file = forgottenFile(folder)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return ''
    throw error
  })
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const strange = keys.find((key) => !KEY.test(key))
  if (strange !== undefined) throw damaged(file, strange)
  return keys
}

/** Adds keys to a folder's list, which keeps all that it had; makes the folder where it is not there. */
export async function addForgotten(folder: string, keys: readonly string[]): Promise<void> {
  const listed = await readForgotten(folder)
  const all = [...new Set([...listed, ...keys])]
  if (all.length === listed.length) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = forgottenFile(folder)
  const unfinished = `${file}.${process.pid}.new`
  await writeFile(unfinished, `${HEAD}${all.join('\n')}\n`, { mode: 0o600, flush: true })
  await rename(unfinished, file)
}
