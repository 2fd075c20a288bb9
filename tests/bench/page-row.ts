import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../../server/root.ts'
import type { Row } from './measure.ts'

const ASSETS = join(projectRoot, 'dist', 'web', 'assets')

/** The page's own JavaScript: every chunk of the build, also those that come later, without MapLibre's. */
export function pageWeight(): Row {
  const names = readdirSync(ASSETS).filter((name) => /\.m?js$/.test(name) && !/maplibre/i.test(name))
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0)
  const kilobytes = bytes / 1000
  return {
    name: "the app's own JavaScript beside MapLibre, kB gzipped",
    ratio: kilobytes,
    limit: { most: 100 },
    detail: `${names.length} files, later ones included`
  }
}
