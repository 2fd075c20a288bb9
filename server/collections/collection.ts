import type { GeometryType, Localized } from './contract.ts'

export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'text[]'

/** One attribute of a collection: what it means, who sees it, and what an imported file may fill it from. */
export interface Field {
  /** Column in the table and the views, property in items and tiles, name in `--map name=column`. */
  name: string
  /** Its column in a shapefile, at most ten characters, where another field's name begins with the same ten. */
  shortName?: string
  type: FieldType
  title: Localized
  /** A row without it is refused. */
  required?: boolean
  /** Column names that files use for it, compared without case, diacritics and punctuation. */
  aliases?: readonly string[]
  /** The values allowed, each with the words that files use for it (compared the same way). */
  values?: Readonly<Record<string, readonly string[]>>
  /** What people read for those values; default: the value itself, or the first word that files use for it. */
  valueTitles?: Readonly<Record<string, Localized>>
  /** Words that most of its texts are, where others may be written as well; the forms offer them. */
  suggested?: readonly string[]
  min?: number
  max?: number
  /** Of days: what it tells of has happened, so that no day after today is one. */
  past?: boolean
  pattern?: RegExp
  /** Where no column says it: the columns whose text begins with it ("Phường Thành Sen" is a phường). */
  startOf?: readonly string[]
  /**
   * Words of kind that its texts may begin with and that it is kept without ("Tỉnh Hà Tĩnh" is Hà Tĩnh): a list, or the
   * field whose value they are in the same row ("Phường Thành Sen" is Thành Sen, of the kind phường).
   */
  keptWithout?: readonly string[] | string
  /** The collection that lists the names it takes, by its label: other ways to write a name become the one that is known. */
  namedIn?: string
  /** Whether the open view has it; default true. */
  open?: boolean
  /** Whether vector tiles carry it; default false. */
  tile?: boolean
  /** Whether a file may fill it; default true. */
  importable?: boolean
  /**
   * Of booleans: a yes keeps the row's place from the public, and so it stays until somebody states a no on purpose. The open
   * view tells what holds, whatever the row itself says.
   */
  hides?: boolean
  /** Text of several paragraphs, parted by empty lines; default false: one line. */
  long?: boolean
  /** Whoever states it by hand must state these fields too; files may leave them out. */
  statedWith?: readonly string[]
  /** Of a yes or no: whoever writes by hand what `says` (a regular expression, read without case) finds in `field` must state it; files are told. */
  statedWhere?: StatedWhere
}

/** `why`: what the answers mean, for whoever is asked; `silence`: what holds of a file's rows that give none. */
export interface StatedWhere {
  field: string
  says: string
  why: Localized
  silence: Localized
}

export interface Collection {
  /** Plural, snake_case: the id in URLs, views (`open.<id>`, `staff.<id>`) and tile layers. */
  id: string
  /** Singular, snake_case: the table in `public`, read by staff commands and derivations only. */
  table: string
  title: Localized
  description: Localized
  /** null: rows without a place. */
  geometry: GeometryType | null
  /** Whether anyone may read it: it has a view in `open`. */
  open: boolean
  fields: readonly Field[]
  /** Columns that together name the same thing in two files; a row whose key has a null is always new. */
  key: readonly string[]
  /** What a key names does not move: a row takes over another commune's row only where their areas overlap. */
  rooted?: boolean
  /**
   * Rows with the same key but for their commune (mergers change its code) are the same thing when no part of either is
   * farther than this from the other. Metres; lines and areas: about that. Default: the commune's code always counts.
   */
  samePlaceM?: number
  /** Rows in which this column is true are their commune's whole set: from its days on, a later import's set replaces it all. */
  setColumn?: string
  /** Whether its features may reach far beyond the commune that a file is for (an operator's map of a whole province). */
  wide?: boolean
  /** Its rows are the communes: found by their own codes, they lie in none, and every other row may belong to one. */
  communes?: boolean
  /** Whether files can fill it; default true. False: its rows come by its theme's own ways alone. */
  importable?: boolean
  /** A row that no known commune holds is refused; default false: it belongs to none. */
  needsCommune?: boolean
  /** Its rows come as deliveries: of an operator and technology the latest governs where it speaks, and not a key. */
  delivered?: boolean
  /** What it takes of an OpenStreetMap file: layers and rows (as GDAL's OSM driver names them), and the tags that say the class. */
  osm?: { from: readonly { layer: string; where: string }[]; class: readonly string[] }
  /** Zooms at which tiles carry it; above max, clients overzoom. */
  zoom: { min: number; max: number }
  /** The field that search and lists show as a name. */
  label?: string
  /** The field that tells two of one name apart, beside their names: an office and a school, two operators' masts. */
  toldApartBy?: string
  /** The right by which people add and change its features in the browser; default: nobody does. */
  managedBy?: 'relic.manage' | 'place.manage'
  /** The right by which people take files of it in in the browser; default: that of `managedBy`. */
  filledBy?: 'place.manage'
  /** Whoever manages its features may put photos to them, for everybody or for staff alone; default: nobody does. */
  photos?: 'public' | 'staff'
  /** Its theme keeps its drawings itself; default false: each row is drawn as it is. */
  drawnByTheme?: boolean
}

/** All declared collections, in the order in which they are listed. */
export class Registry {
  readonly all: readonly Collection[]

  constructor(collections: readonly Collection[]) {
    this.all = collections
  }

  get open(): readonly Collection[] {
    return this.all.filter((collection) => collection.open)
  }

  get importable(): readonly Collection[] {
    return this.all.filter((collection) => collection.importable !== false)
  }

  find(id: string): Collection | undefined {
    return this.all.find((collection) => collection.id === id)
  }
}

/** Fields that every collection takes from a file beside its own: the source's own id and when it is true. */
export const COMMON_FIELDS: readonly Field[] = [
  {
    name: 'ref',
    type: 'text',
    title: { vi: 'Mã của nguồn', en: 'Source id' },
    aliases: ['ref', 'source id', 'mã nguồn', 'mã gốc', 'osm_id', 'osm_way_id'],
    open: false
  },
  {
    name: 'valid_from',
    type: 'date',
    title: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
    aliases: ['valid from', 'từ ngày', 'ngày hiệu lực', 'hiệu lực từ', 'ngày bắt đầu', 'start date']
  },
  {
    name: 'valid_to',
    type: 'date',
    title: { vi: 'Hết hiệu lực trước ngày', en: 'Valid until (that day excluded)' },
    aliases: ['valid to', 'đến ngày', 'hết hiệu lực', 'ngày kết thúc', 'end date']
  }
]

/** What a file can fill: the collection's own importable fields, then the common ones it does not declare itself. */
export function importFields(collection: Collection): readonly Field[] {
  const own = collection.fields.filter((field) => field.importable !== false)
  return [...own, ...COMMON_FIELDS.filter((field) => !own.some((other) => other.name === field.name))]
}

/** What anyone may read of it, as columns of `open.<id>`; the validity days are added by the reader. */
export const openFields = (collection: Collection): readonly Field[] =>
  collection.fields.filter((field) => field.open !== false)
