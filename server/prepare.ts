import { openAudit } from './accounts/audit.ts'
import { importLog } from './accounts/import-log.ts'
import type { Config } from './config.ts'
import { migrate } from './db/migrate.ts'
import type { Database } from './db/open.ts'
import type { Log } from './db/pool.ts'
import { checkRequirements } from './db/requirements.ts'
import { openMedia, type MediaConfig } from './media/open.ts'
import { loadDemoExhibits } from './seed/load-demo-exhibits.ts'
import { loadDemoMemories } from './seed/load-demo-memories.ts'
import { loadDemoRelics } from './seed/load-demo-relics.ts'
import { loadDemoTours } from './seed/load-demo-tours.ts'
import { loadDemoReports } from './seed/load-demo-reports.ts'
import { loadDemoTemplates } from './seed/load-demo-templates.ts'
import { loadDemo } from './seed/load-demo.ts'
import { loadPlans } from './seed/load-plans.ts'
import { loadReports } from './seed/load-reports.ts'
import { derivations, registry } from './themes.ts'

const quiet = () => undefined

/**
 * Brings a database to what this program needs: structure, then the plans, the
 * categories and calendar of reports, and (DEMO) the illustrative commune with its
 * reports, answers and pictures of relics. May be run again. `say` hears a line per step.
 */
export async function prepare(
  database: Database,
  config: Pick<Config, 'demo'> & MediaConfig,
  log: Log,
  say: (line: string) => void = quiet
) {
  await checkRequirements(database.db)
  await migrate(database.connection, log)
  const deps = { db: database.db, registry, derivations, note: importLog(openAudit(), 'program') }
  await loadPlans(deps, say)
  await loadReports(deps, say)
  if (!config.demo) return
  await loadDemo(deps, say)
  await loadDemoTemplates(database.db)
  const media = openMedia(config, database.db).store
  await loadDemoRelics({ db: database.db, media }, say)
  await loadDemoTours(database.db)
  await loadDemoMemories(database.db)
  await loadDemoExhibits({ db: database.db, media })
  await loadDemoReports({ db: database.db, media }, say)
}
