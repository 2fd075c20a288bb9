import { z } from 'zod'
import { CommuneCode } from '../../areas/contract.ts'
import { Day, LICENCES, Moment } from '../../http/contract.ts'
import { MovedFile } from '../../media/moving/contract.ts'
import { Sha256 } from '../../media/contract.ts'
import { Slug } from '../contract.ts'
import { LONGEST_CONTRIBUTOR, LONGEST_MEMORY, MEMORY_STATES } from '../memory-contract.ts'
import { MOST_STOPS, TourWords } from '../tour-contract.ts'

// What is in a bag of relics (BagIt 1.0, RFC 8493), below `data/`. Hashes are SHA-256, hexadecimal; days of Việt Nam.

/**
 * Rises when older programs would refuse a bag or lose a part of it; `Dia-Ban-Format` in bag-info.txt. Bags of format 1 have
 * neither tours nor ground.
 */
export const BAG_FORMAT = 2
/** From which on a bag has tours and ground. */
export const FORMAT_WITH_TOURS = 2

export const RELICS_FILE = 'relics.json'
export const PLACES_FILE = 'relics.geojson'
export const MEDIA_FILE = 'media.json'
export const TOURS_FILE = 'tours.json'
export const HISTORY_FILE = 'history.json'
/** A file's bytes: `files/{SHA-256 of the bytes}`. */
export const FILES_FOLDER = 'files'
/** What lies around relics: `ground/{collection}.geojson`. */
export const GROUND_FOLDER = 'ground'
/** The collections that pages tell a relic's place by, in the order in which they are taken in. */
export const GROUND_LAYERS = ['communes', 'villages', 'land_uses', 'waterways', 'buildings', 'roads'] as const
export type GroundLayer = (typeof GROUND_LAYERS)[number]

/** Names and numbers of an inventory are as long as its file has them. */
const LONGEST_NAMED = 1_000_000
const text = (most: number) => z.string().min(1).max(most).regex(/\S/)

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
  licence: z.enum(LICENCES),
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

/** What somebody remembers of a relic, public or not. */
export const BagMemory = z.strictObject({
  id: z.uuid(),
  text: text(LONGEST_MEMORY),
  /** As he wants to be named. */
  contributor: text(LONGEST_CONTRIBUTOR),
  licence: z.enum(LICENCES),
  consentedOn: Day,
  state: z.enum(MEMORY_STATES),
  addedAt: Moment,
  /** Of two words on one memory the later one holds. */
  changedAt: Moment
})
export type BagMemory = z.infer<typeof BagMemory>

export const BagRelic = z.strictObject({
  /** Its permanent address; names the relic throughout the bag. */
  slug: Slug,
  /** The words of the name that the address was made of. */
  base: text(80),
  /** Addresses that lead to it, the oldest first. */
  earlier: z.array(z.strictObject({ slug: Slug, base: text(80) })).max(1000),
  name: text(LONGEST_NAMED),
  ref: text(LONGEST_NAMED).nullable(),
  communeCode: CommuneCode.nullable(),
  /** Its place is public as a 500 m cell only; here it is exact. */
  protected: z.boolean(),
  media: z
    .array(
      BagMedium.refine(
        ({ kind, shown, transcriptVi }) => kind !== 'audio' || shown === null || transcriptVi !== null,
        { path: ['transcriptVi'] }
      )
    )
    .max(2000),
  memories: z.array(BagMemory).max(2000).default([])
})
export type BagRelic = z.infer<typeof BagRelic>

/** relics.json: the relics, their addresses, media and memories. */
export const BagRelics = z.strictObject({ relics: z.array(BagRelic).max(100_000) })

/** A tour as staff have it, published or not. */
export const BagTour = TourWords.extend({
  /** Its address for good, below /di-tich/tuyen. */
  slug: Slug,
  communeCode: CommuneCode.nullable(),
  /** Addresses of relics of the bag, in the order of the visit. */
  stops: z.array(Slug).max(MOST_STOPS),
  published: z.boolean(),
  /** Of two words on one tour the later one holds. */
  changedAt: Moment
})
export type BagTour = z.infer<typeof BagTour>

/** tours.json: the tours of which every stop is in the bag. */
export const BagTours = z.strictObject({ tours: z.array(BagTour).max(10_000) })

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
      ref: text(LONGEST_NAMED).nullable(),
      commune_code: CommuneCode.nullable(),
      /** Its place is hidden. A no says nothing: what was hidden since where the bag is taken in stays so. */
      protected: z
        .boolean()
        .nullable()
        .default(null)
        .transform((value) => value || null),
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

/**
 * A row of a collection that pages tell a relic's place by. Beside what is named here the fields of that collection, by their
 * names there.
 */
export const GroundRow = z.object({
  type: z.literal('Feature'),
  /** Null: of a commune that is known from its plan alone. */
  geometry: Geometry.nullable(),
  properties: z
    .looseObject({
      /** The commune in which it lies; of a commune its own code. */
      commune_code: CommuneCode,
      valid_from: Day.nullable(),
      valid_to: Day.nullable()
    })
    .readonly()
})
export type GroundRow = z.infer<typeof GroundRow>

/** ground/{collection}.geojson: the rows in force of the relics' communes, for an installation that does not know them. */
export const GroundRows = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(GroundRow).max(1_000_000)
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
