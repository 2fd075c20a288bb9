import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(directory: string): string {
  if (existsSync(join(directory, 'package-lock.json'))) return directory
  const parent = dirname(directory)
  if (parent === directory) throw new Error('No package-lock.json above this program')
  return findRoot(parent)
}

/** Absolute path of the checkout, for what is read at run time: `migrations`, `data`. Same from source and from `dist`. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)))
