import type { Pool } from 'pg'
import { DEMO_COMMUNE, makeDemo } from '../../data/demo/demo.ts'
import { openMedia } from '../../server/media/open.ts'
import { loadDemoExhibits } from '../../server/seed/load-demo-exhibits.ts'
import { loadDemoMemories } from '../../server/seed/load-demo-memories.ts'
import { loadDemoRelics } from '../../server/seed/load-demo-relics.ts'
import { loadDemoTours } from '../../server/seed/load-demo-tours.ts'
import { takeDemoFile } from '../../server/seed/load-demo.ts'
import { derivations, registry } from '../../server/themes.ts'

/** The richest page of the illustrative commune: six pictures, a panorama, a model, a sound, a memory, a tour. */
export const RICHEST_PAGE = '/di-tich/dinh-cho-tram'

const MOST_BUILDINGS = 60

/**
 * Loads the relics of the illustrative commune with all that is shown of them, and `more` of its collections, of its buildings
 * some; answers the address of its tour.
 */
export async function loadRelicsDemo(
  db: Pool,
  dataDir: string,
  more: readonly string[] = []
): Promise<string> {
  const wanted = ['communes', 'relics', ...more]
  for (const file of makeDemo().filter(({ collection }) => wanted.includes(collection))) {
    const features = file.collection === 'buildings' ? file.features.slice(0, MOST_BUILDINGS) : file.features
    await takeDemoFile({ db, registry, derivations }, DEMO_COMMUNE, { ...file, features })
  }
  const { store: media } = openMedia({ dataDir }, db)
  await loadDemoRelics({ db, media }, () => undefined)
  await loadDemoExhibits({ db, media })
  await loadDemoTours(db)
  await loadDemoMemories(db)
  const { rows } = await db.query<{ slug: string }>('select slug from relic_tour')
  return `/di-tich/tuyen/${rows[0]?.slug ?? ''}`
}
