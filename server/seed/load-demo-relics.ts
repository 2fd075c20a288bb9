import type { Pool } from 'pg'
import type { DemoImage } from '../../data/demo/relic-images.ts'
import { nextMoment } from '../collections/import/publish.ts'
import { TAKE_TURN } from '../collections/import/publish-sql.ts'
import { inTransaction } from '../db/transaction.ts'
import type { MediaStore } from '../media/contract.ts'
import type { ImageWords } from '../relics/image-contract.ts'
import { findImages, findSiteByRef } from '../relics/image-queries.ts'
import { insertMedium } from '../relics/medium-queries.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-relics'
/** Raised when there are others; loaded once, so that what an administrator took down stays down. */
const EDITION = '1'
/** Since when they are there, so that figures of last year have them as well. */
const SINCE = '2025-10-01'
const AUTHOR = 'Phòng Văn hóa - Xã hội xã (minh họa)'

interface Deps {
  db: Pool
  media: MediaStore
}

const wordsOf = ({ scene, altVi, altEn, captionVi, captionEn }: DemoImage): ImageWords => ({
  kind: scene === 'decision' ? 'document' : 'image',
  altVi,
  altEn,
  captionVi: captionVi ?? null,
  captionEn: captionEn ?? null,
  author: AUTHOR,
  licence: 'CC0 1.0',
  takenOn: null
})

/** Draws, takes in and publishes them all, some at a time. */
async function takePictures(media: MediaStore) {
  const { DEMO_IMAGES } = await import('../../data/demo/relic-images.ts')
  const { drawRelic } = await import('../../data/demo/relic-pictures.ts')
  const taken = DEMO_IMAGES.flatMap(({ ref, look, images }) =>
    images.map(async (image) => {
      const { sha256 } = await media.take(await drawRelic(image.scene, look), 'image')
      const { picture, thumbnail } = await media.publish(sha256, [])
      return { ref, words: wordsOf(image), made: { sha256, file: picture, thumbnail } }
    })
  )
  return Promise.all(taken)
}

/**
 * Gives the illustrative relics their pictures, once. A start that was killed does it again from the beginning: files are
 * known by their content, rows come in one transaction. Throws when the database is away.
 */
export async function loadDemoRelics({ db, media }: Deps, say: (line: string) => void) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  say('      Vẽ ảnh minh họa của di tích …')
  const pictures = await takePictures(media)
  await inTransaction(db, async (client) => {
    await client.query(TAKE_TURN)
    const at = await nextMoment(client)
    for (const { ref, words, made } of pictures) {
      const siteId = await findSiteByRef(client, DEMO_COMMUNE, ref)
      // An administrator may have taken the inventory back, or put up pictures of his own.
      if (siteId === undefined) continue
      const there = await findImages(client, siteId)
      if (there.some(({ sha256 }) => sha256 === made.sha256)) continue
      await insertMedium(client, { siteId, words, at, today: SINCE }, made, 'image')
    }
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
