import { z } from 'zod'
import { CommuneCode } from '../../areas/contract.ts'
import { Day, Moment } from '../../http/contract.ts'
import { MovedFile } from '../../media/moving/contract.ts'
import { Sha256 } from '../../media/contract.ts'
import { Slug } from '../contract.ts'
import { IMAGE_LICENCES } from '../image-contract.ts'

// What is in a bag of relics (BagIt 1.0, RFC 8493), below `data/`. Hashes are SHA-256, hexadecimal; days of Việt Nam.

/** Rises when a bag can no longer be read by older programs; `Dia-Ban-Format` in bag-info.txt. */
export const BAG_FORMAT = 1

export const RELICS_FILE = 'relics.json'
export const PLACES_FILE = 'relics.geojson'
export const MEDIA_FILE = 'media.json'
export const HISTORY_FILE = 'history.json'
/** A file's bytes: `files/{SHA-256 of the bytes}`. */
export const FILES_FOLDER = 'files'

const text = (most: number) => z.string().min(1).max(most)

/** One thing that is shown or heard of a relic, as it is now; what was taken down is among them. */
export const BagMedium = z.strictObject({
  kind: z.enum(['image', 'document', 'audio', 'panorama', 'model']),
  /** From 1 in the order in which they are shown. */
  position: z.int(),
  altVi: text(2000),
  altEn: text(2000).nullable(),
  captionVi: text(4000).nullable(),
  captionEn: text(4000).nullable(),
  author: text(500),
  licence: z.enum(IMAGE_LICENCES),
  takenOn: Day.nullable(),
  /** The archived original, and what visitors are shown: hashes of media.json. */
  original: Sha256,
  shown: Sha256.nullable(),
  thumbnail: Sha256.nullable(),
  /** What is heard in a sound, as text. */
  transcriptVi: text(20_000).nullable().default(null),
  transcriptEn: text(20_000).nullable().default(null),
  /** The public picture that is shown first, and its original where that is another file: hashes of media.json. */
  poster: Sha256.nullable().default(null),
  posterOf: Sha256.nullable().default(null),
  /** Pixels of the original, upright. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  validFrom: Day,
  /** That day excluded; null: it is shown. */
  validTo: Day.nullable()
})
export type BagMedium = z.infer<typeof BagMedium>

export const BagRelic = z.strictObject({
  /** Its permanent address; names the relic throughout the bag. */
  slug: Slug,
  /** The words of the name that the address was made of. */
  base: text(80),
  /** Addresses that lead to it, the oldest first. */
  earlier: z.array(z.strictObject({ slug: Slug, base: text(80) })).max(1000),
  name: text(1000),
  ref: text(500).nullable(),
  communeCode: CommuneCode.nullable(),
  /** Its place is public as a 500 m cell only; here it is exact. */
  protected: z.boolean(),
  media: z.array(BagMedium).max(2000)
})
export type BagRelic = z.infer<typeof BagRelic>

/** relics.json: the relics, their addresses and media. */
export const BagRelics = z.strictObject({ relics: z.array(BagRelic).max(100_000) })

/** media.json: the files below `files/`. */
export const BagFiles = z.strictObject({ files: z.array(MovedFile).max(1_000_000) })

/** GeoJSON, longitude before latitude, degrees on WGS 84. */
const Geometry = z.object({ type: z.string().max(40), coordinates: z.array(z.unknown()) })

/**
 * A row of the inventory: what is said of a relic for some days. Beside what is named here the fields of the collection
 * `relics`, by their names there.
 */
export const BagPlace = z.object({
  type: z.literal('Feature'),
  geometry: Geometry,
  properties: z
    .looseObject({
      relic: Slug,
      ref: text(500).nullable(),
      commune_code: CommuneCode.nullable(),
      /** Null: from the beginning; without end. */
      valid_from: Day.nullable(),
      valid_to: Day.nullable()
    })
    .readonly()
})
export type BagPlace = z.infer<typeof BagPlace>

/** relics.geojson: all rows that are in force, whatever their days. */
export const BagPlaces = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(BagPlace).max(100_000)
})

const Known = { knownFrom: Moment, knownTo: Moment.nullable() }

/** history.json: what was said before, and why; for reading, another installation keeps its own history. */
export const BagHistory = z.strictObject({
  places: z.array(
    z.strictObject({
      relic: Slug,
      ...Known,
      /** What was done and the reason that was given; of a file its title. */
      action: z.enum(['import', 'create', 'change', 'end', 'restore']),
      reason: z.string(),
      validFrom: Day.nullable(),
      validTo: Day.nullable(),
      values: z.record(z.string(), z.unknown()),
      geometry: Geometry
    })
  ),
  media: z.array(z.strictObject({ relic: Slug, ...Known, ...BagMedium.shape }))
})
export type BagHistory = z.infer<typeof BagHistory>
