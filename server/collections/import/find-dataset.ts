import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { temporaryFolder } from '../../temporary-folder.ts'
import { ImportRefused } from './request.ts'
import { extractMember, listZip, type ZipMember } from './zip.ts'

/** File name endings that can be imported, and what reads them. */
export const FORMATS: Readonly<Record<string, string>> = {
  '.geojson': 'GeoJSON',
  '.json': 'GeoJSON',
  '.shp': 'Shapefile',
  '.gpkg': 'GeoPackage',
  '.kml': 'KML',
  '.kmz': 'KMZ',
  '.gpx': 'GPX',
  '.tab': 'MapInfo TAB',
  '.mif': 'MapInfo MIF',
  '.dxf': 'DXF',
  '.csv': 'CSV',
  '.txt': 'CSV',
  '.xlsx': 'XLSX',
  '.ods': 'ODS',
  '.fgb': 'FlatGeobuf',
  '.pbf': 'OSM',
  '.osm': 'OSM'
}

/** One readable data set on disk. `members` are all files that belong to it (a shapefile has several). */
export interface DatasetFile {
  path: string
  format: string
  name: string
  members: string[]
  /** Removes what was unpacked. */
  remove: () => Promise<void>
}

const extension = (name: string) => extname(name).toLowerCase()
const stem = (name: string) => basename(name, extname(name))
const formatOf = (name: string) => FORMATS[extension(name)]
const nothing = async () => undefined

function refusedFormat(name: string) {
  const endings = Object.keys(FORMATS).join(' ')
  return new ImportRefused({
    vi: `«${name}» không thuộc định dạng đọc được. Các định dạng: ${endings}, thư mục shapefile, hoặc zip chứa chúng.`,
    en: `«${name}» is of no readable format. Formats: ${endings}, a shapefile's folder, or a zip of them.`
  })
}

/** Which of several data sets is meant: the only one, or the one that --layer names. */
function choose(names: string[], layer: string | undefined, container: string): string {
  const candidates = names.filter((name) => formatOf(name) && !basename(name).startsWith('.'))
  const shapes = candidates.filter((name) => extension(name) !== '.txt')
  const found = shapes.length > 0 ? shapes : candidates
  const named = found.filter((name) => layer !== undefined && [stem(name), basename(name)].includes(layer))
  const [only] = found.length === 1 ? found : named
  if (only !== undefined) return only
  if (found.length === 0) return refuseNone(names, container)
  const list = found.map((name) => `«${stem(name)}»`).join(', ')
  throw new ImportRefused(
    {
      vi: `«${container}» có nhiều lớp: ${list}. Hãy chọn một bằng --layer, ví dụ --layer ${stem(found[0] ?? '')}.`,
      en: `«${container}» holds several layers: ${list}. Choose one with --layer, for example --layer ${stem(found[0] ?? '')}.`
    },
    found.map(stem)
  )
}

function refuseNone(names: string[], container: string): never {
  const listed = names
    .slice(0, 8)
    .map((name) => basename(name))
    .join(', ')
  throw new ImportRefused({
    vi: `Trong «${container}» không có tệp dữ liệu đọc được (có: ${listed || 'trống'}). Shapefile cần tệp .shp cùng .shx và .dbf.`,
    en: `«${container}» holds no readable data (it has: ${listed || 'nothing'}). A shapefile needs its .shp with .shx and .dbf.`
  })
}

const siblingsOf = (name: string, all: string[]) =>
  all.filter(
    (other) => dirname(other) === dirname(name) && stem(other).toLowerCase() === stem(name).toLowerCase()
  )

function requireSidecars(name: string, members: string[]) {
  if (extension(name) !== '.shp') return
  const has = new Set(members.map(extension))
  const missing = ['.dbf', '.shx'].filter((ending) => !has.has(ending))
  if (missing.length === 0) return
  throw new ImportRefused({
    vi: `Shapefile «${basename(name)}» thiếu tệp ${missing.join(' và ')}. Hãy gửi đủ các tệp .shp, .shx, .dbf (và .prj) cùng tên.`,
    en: `The shapefile «${basename(name)}» lacks its ${missing.join(' and ')} file. Send .shp, .shx, .dbf (and .prj) of the same name together.`
  })
}

/** Longer than any list of links. */
const LONGEST_INDEX = 100_000

/** Whether a member of a KMZ only links to its others, as GDAL and QGIS write them: a .kml for each layer. */
async function isIndex(path: string, member: ZipMember): Promise<boolean> {
  if (member.inflated > LONGEST_INDEX) return false
  const directory = await mkdtemp(join(temporaryFolder(), 'diaban-import-'))
  try {
    const text = await readFile(await extractMember(path, member, directory), 'utf8')
    return text.includes('NetworkLink') && !text.includes('Placemark')
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** The map of a KMZ: the first .kml that lies in no folder, else the first of all; of one that only links, a linked one. */
async function mapOf(path: string, members: ZipMember[], layer: string | undefined): Promise<string> {
  const maps = members.filter(({ name }) => extension(name) === '.kml')
  const main = maps.find(({ name }) => !name.includes('/')) ?? maps[0]
  const names = (some: ZipMember[]) => some.map(({ name }) => name)
  if (!main) return refuseNone(names(members), basename(path))
  const others = maps.filter((map) => map !== main)
  return others.length > 0 && (await isIndex(path, main))
    ? choose(names(others), layer, basename(path))
    : main.name
}

async function inZip(path: string, layer: string | undefined): Promise<DatasetFile> {
  const members = await listZip(path)
  const names = members.map(({ name }) => name)
  const isKmz = extension(path) === '.kmz'
  const chosen = isKmz ? await mapOf(path, members, layer) : choose(names, layer, basename(path))
  const siblings = siblingsOf(chosen, names)
  requireSidecars(chosen, siblings)
  const directory = await mkdtemp(join(temporaryFolder(), 'diaban-import-'))
  const remove = () => rm(directory, { recursive: true, force: true })
  try {
    for (const member of members)
      if (siblings.includes(member.name)) await extractMember(path, member, directory)
  } catch (error) {
    await remove()
    throw error
  }
  const main = join(directory, basename(chosen))
  return {
    path: main,
    format: formatOf(chosen) ?? '',
    name: basename(chosen),
    members: [resolve(path)],
    remove
  }
}

async function onDisk(path: string): Promise<DatasetFile> {
  const all = (await readdir(dirname(path))).map((name) => join(dirname(path), name))
  const hasSiblings = ['.shp', '.tab', '.mif'].includes(extension(path))
  const members = hasSiblings ? siblingsOf(path, all).sort() : [path]
  requireSidecars(path, members)
  return { path, format: formatOf(path) ?? '', name: basename(path), members, remove: nothing }
}

/** What is not there is undefined; any other failure (no permission) is thrown on. */
function missingOnly(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
}

/** Finds the data set in a file, a folder or a zip. `--layer` chooses where there are several. Throws `ImportRefused`. */
export async function findDataset(given: string, layer: string | undefined): Promise<DatasetFile> {
  const path = resolve(given)
  const info = await stat(path).catch(missingOnly)
  if (!info) throw new ImportRefused({ vi: `Không có tệp «${given}».`, en: `There is no file «${given}».` })
  if (info.isDirectory()) {
    const names = (await readdir(path)).sort()
    return onDisk(join(path, choose(names, layer, basename(path))))
  }
  if (info.size === 0)
    throw new ImportRefused({
      vi: `Tệp «${basename(path)}» trống (0 byte).`,
      en: `The file «${basename(path)}» is empty (0 bytes).`
    })
  if (extension(path) === '.zip' || extension(path) === '.kmz') return inZip(path, layer)
  if (extension(path) === '.xlsx' || extension(path) === '.ods') await listZip(path)
  if (!formatOf(path)) throw refusedFormat(basename(path))
  return onDisk(path)
}
