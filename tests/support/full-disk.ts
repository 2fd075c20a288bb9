import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../server/root.ts'

/**
 * The environment in which a program (and those it starts) finds the disk full wherever a file's path matches `pattern`,
 * for as long as the file `whileThere` exists (default: always).
 */
export const fullDisk = (pattern: string, whileThere = '/dev/null') => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(projectRoot, 'tests/support/full-disk.mjs')).href}`,
  FULL_DISK: pattern,
  FULL_DISK_SWITCH: whileThere
})
