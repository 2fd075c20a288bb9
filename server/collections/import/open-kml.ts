import { createReadStream } from 'node:fs'
import type { Collection } from '../collection.ts'
import { chooseLayer, dimensionOf, type LayerChoice } from './choose-layer.ts'
import type { DatasetFile } from './find-dataset.ts'
import { KmlReader, type Placemark } from './kml-placemarks.ts'
import type { OpenedFile } from './open-file.ts'
import { ImportRefused, type FeatureRow } from './request.ts'

const DECLARED = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/

function decoder(head: Buffer): InstanceType<typeof TextDecoder> {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be')
  const text = head
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  return new TextDecoder(DECLARED.exec(text)?.[1] ?? 'utf-8')
}

function broken(name: string, detail: string): ImportRefused {
  const [what = '', line, column] = detail.split('\n').map((part) => part.replace(/^(Line|Column): /, ''))
  const at = (lineWord: string, columnWord: string) =>
    line === undefined ? '' : ` (${lineWord} ${Number(line) + 1}, ${columnWord} ${column})`
  return new ImportRefused({
    vi: `Tệp KML «${name}» hỏng hoặc bị cắt cụt${at('dòng', 'cột')}: ${what}. Hãy xuất lại tệp từ phần mềm nguồn.`,
    en: `The KML file «${name}» is broken or truncated${at('line', 'column')}: ${what}. Export it again at the source.`
  })
}

/** The placemarks of a KML file, one piece of it in memory at a time. Throws `ImportRefused` where it is no KML. */
async function* readPlacemarks({ path, name }: DatasetFile): AsyncGenerator<Placemark> {
  const reader = new KmlReader()
  let texts: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      texts ??= decoder(chunk)
      reader.push(texts.decode(chunk, { stream: true }))
      yield* reader.placemarks.splice(0)
    }
    reader.push(texts?.decode() ?? '')
    reader.end()
  } catch (error) {
    // sax and TextDecoder throw plain errors about the text; the system's own have a code.
    if (error instanceof Error && !('syscall' in error)) throw broken(name, error.message)
    throw error
  }
  yield* reader.placemarks.splice(0)
  if (reader.root !== 'kml') throw broken(name, `<${reader.root}>, không phải <kml>`)
}

/** The folders that hold placemarks, with how many and of which kind (undefined: several). */
async function listFolders(dataset: DatasetFile): Promise<LayerChoice[]> {
  const folders = new Map<string, LayerChoice & { count: number }>()
  for await (const { folder, geometry } of readPlacemarks(dataset)) {
    const dimension = dimensionOf(geometry?.type)
    const known = folders.get(folder)
    if (!known) folders.set(folder, { name: folder, count: 1, dimension })
    else {
      known.count++
      if (known.dimension !== dimension) known.dimension = undefined
    }
  }
  return [...folders.values()]
}

/**
 * Opens a KML file: every placemark of the chosen folder with its name, description and ExtendedData, which GDAL's own
 * reader of KML would leave out. Throws `ImportRefused`.
 */
export async function openKml(
  dataset: DatasetFile,
  collection: Collection,
  layerName: string | undefined
): Promise<OpenedFile> {
  const folders = await listFolders(dataset)
  const layer = folders.length === 0 ? undefined : chooseLayer(folders, layerName, collection, dataset.name)
  async function* rows(): AsyncGenerator<FeatureRow> {
    let number = 0
    for await (const { folder, properties, geometry } of readPlacemarks(dataset))
      if (folder === layer?.name) yield { number: ++number, properties, geometry }
  }
  return {
    format: 'KML',
    raw: false,
    columns: undefined,
    crs: { srid: 4326 },
    isTable: false,
    total: layer?.count,
    rows,
    close: async () => undefined
  }
}
