import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../../server/root.ts'
import { launchBrowser } from '../support/browser.ts'
import { startUiServer } from '../support/ui-server.ts'
import type { Row } from './measure.ts'

const WEB = join(projectRoot, 'dist', 'web')
const FIRST_VIEW_MS = 120_000

/** Paths of the scripts that Chromium asks for until the first view is drawn, nothing touched. */
async function scriptsOfFirstView(): Promise<string[]> {
  const server = await startUiServer()
  const browser = await launchBrowser()
  try {
    const { page } = await browser.openPage({ viewport: { width: 1440, height: 900 } })
    const paths = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/\.m?js$/.test(pathname)) paths.add(pathname)
    })
    const drawn = { timeout: FIRST_VIEW_MS }
    await page.goto(server.url, drawn)
    await page.getByRole('region', { name: 'Số liệu' }).getByText('91,2%').first().waitFor(drawn)
    await page.locator('.maplibregl-canvas').waitFor(drawn)
    return [...paths]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** The page's own JavaScript of the first view, with the map's part but without MapLibre and its worker. */
export async function pageWeight(): Promise<Row> {
  const scripts = await scriptsOfFirstView()
  if (!scripts.some((path) => /maplibre/i.test(path))) throw new Error('The first view drew no map')
  const own = scripts.filter((path) => !/maplibre/i.test(path))
  const bytes = own.reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0)
  return {
    name: "the app's own JavaScript on first view beside MapLibre, kB gzipped",
    ratio: bytes / 1000,
    limit: { most: 100 },
    detail: `${own.length} files`
  }
}
