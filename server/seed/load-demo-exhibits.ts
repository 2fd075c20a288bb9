import type { Pool } from 'pg'
import { nextMoment } from '../collections/import/publish.ts'
import { TAKE_TURN } from '../collections/import/publish-sql.ts'
import { inTransaction } from '../db/transaction.ts'
import type { MediaStore } from '../media/contract.ts'
import { findSiteByRef } from '../relics/image-queries.ts'
import { insertMedium, type MediumFiles, type MediumWords } from '../relics/medium-queries.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-exhibits'
/** Raised when there are others; loaded once, so that what an administrator took down stays down. */
const EDITION = '1'
const SINCE = '2025-10-01'
const AUTHOR = 'Phòng Văn hóa - Xã hội xã (minh họa)'
const FILE_KINDS = { audio: 'audio', panorama: 'image', model: 'model' } as const

interface Deps {
  db: Pool
  media: MediaStore
}

/** Makes, archives and publishes them. */
async function takeExhibits(media: MediaStore) {
  const { DEMO_EXHIBITS } = await import('../../data/demo/relic-exhibits.ts')
  const taken = DEMO_EXHIBITS.map(async ({ ref, kind, make, poster, ...said }) => {
    const sha256 = await media.archive(await make(), kind)
    const shown = await media.show(sha256, kind)
    const first = poster ? (await media.take(await poster(), 'image')).sha256 : null
    const made = kind === 'audio' ? undefined : await media.publish(first ?? sha256, [])
    const { altVi, altEn, transcriptVi = null, transcriptEn = null } = said
    const words: MediumWords = {
      ...{ kind, altVi, altEn, transcriptVi, transcriptEn },
      ...{ captionVi: null, captionEn: null, author: AUTHOR, licence: 'CC0 1.0', takenOn: null }
    }
    const files: MediumFiles = {
      ...{ sha256, ...shown },
      ...(made && { poster: made.picture, thumbnail: made.thumbnail, posterOf: first })
    }
    return { ref, words, files, fileKind: FILE_KINDS[kind] }
  })
  return Promise.all(taken)
}

/**
 * Gives an illustrative relic its sound, panorama and model, once; a start that was killed does it again from the beginning.
 * Throws when the database is away.
 */
export async function loadDemoExhibits({ db, media }: Deps) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  const exhibits = await takeExhibits(media)
  await inTransaction(db, async (client) => {
    await client.query(TAKE_TURN)
    const at = await nextMoment(client)
    for (const { ref, words, files, fileKind } of exhibits) {
      const siteId = await findSiteByRef(client, DEMO_COMMUNE, ref)
      // An administrator may have taken the inventory back.
      if (siteId !== undefined)
        await insertMedium(client, { siteId, words, at, today: SINCE }, files, fileKind)
    }
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
