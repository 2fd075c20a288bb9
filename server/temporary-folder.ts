import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'

/** Where programs may leave passing files, the system's choice first: some machines close it to ordinary users. */
const FOLDERS = [tmpdir(), '/var/tmp']

function isOpen(folder: string) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    // Why it is closed does not matter: another is looked for.
    return false
  }
}

/** A folder for passing files that this user may write to; the system's own where there is none, whose error then tells. */
export const temporaryFolder = (folders: readonly string[] = FOLDERS): string =>
  folders.find(isOpen) ?? tmpdir()
