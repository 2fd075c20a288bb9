import { join } from 'node:path'
import { projectRoot } from '../../server/root.ts'
import { launchBrowser } from './browser.ts'
import { importIllustration, importPlans } from './illustration.ts'
import { startServer } from './server.ts'

/** Of the deliveries of the illustrative commune, those from this day. */
const CLAIMS_FROM = '2026-07-01'
/** Importing and starting a browser, on a busy machine. */
export const START_MS = 240_000

/** A browser before the real application with the named collections of the illustrative commune, and its plan. */
export async function startIllustrated(collections: readonly string[]) {
  const server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  await importIllustration(server.db, collections, CLAIMS_FROM)
  await importPlans(server.db)
  const chromium = await launchBrowser()
  return {
    url: server.url,
    openPage: chromium.openPage,
    /** A point inside the village, as the database has it. */
    async insideOf(code: string) {
      const { rows } = await server.db.query<{ lng: number; lat: number }>(
        `select st_x(st_pointonsurface(geom)) as lng, st_y(st_pointonsurface(geom)) as lat
           from open.villages where code = $1`,
        [code]
      )
      if (!rows[0]) throw new Error(`the illustration has no village ${code}`)
      return rows[0]
    },
    async stop() {
      await chromium.close()
      await server.stop()
    }
  }
}

/** What `startIllustrated` gives. */
export type Illustrated = Awaited<ReturnType<typeof startIllustrated>>
/** A page that it opened, with the errors that it met and the hosts that it asked. */
export type OpenedPage = Awaited<ReturnType<Illustrated['openPage']>>
