import type { Geometry, Position } from 'geojson'
import sax from 'sax'

/** A placemark as it stands in the file: its attributes by name, its shape unchecked, the folder that it lies in. */
export interface Placemark {
  folder: string
  properties: Record<string, string>
  geometry: Geometry | null
}

const SHAPES = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'Track',
  'MultiTrack',
  'Model'
])

/** A tag without its prefix: `kml:Placemark` is a Placemark. */
const bare = (name: string) => name.slice(name.indexOf(':') + 1)

const positions = (text: string): Position[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => tuple.split(',').slice(0, 2).map(Number))

interface Shape {
  kind: string
  coordinates: Position[]
  rings: Position[][]
  parts: Geometry[]
}

/** Parts of one kind become the multi-geometry of that kind. */
function joined(parts: Geometry[]): Geometry {
  const [only] = parts
  if (only && parts.length === 1) return only
  const points = parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []))
  if (points.length === parts.length) return { type: 'MultiPoint', coordinates: points }
  const lines = parts.flatMap((part) => (part.type === 'LineString' ? [part.coordinates] : []))
  if (lines.length === parts.length) return { type: 'MultiLineString', coordinates: lines }
  const polygons = parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []))
  if (polygons.length === parts.length) return { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'GeometryCollection', geometries: parts }
}

function geometryOf({ kind, coordinates, rings, parts }: Shape): Geometry {
  if (kind === 'Point') return { type: 'Point', coordinates: coordinates[0] ?? [] }
  if (kind === 'LineString' || kind === 'LinearRing') return { type: 'LineString', coordinates }
  if (kind === 'Polygon') return { type: 'Polygon', coordinates: rings }
  return joined(parts)
}

/** Reads KML text piece by piece; `placemarks` gathers what has been read whole. Throws sax's error, with line and column. */
export class KmlReader {
  placemarks: Placemark[] = []
  /** The outermost tag. */
  root: string | undefined
  readonly #parser = sax.parser(true)
  readonly #path: string[] = []
  /** The names of the folders and documents around, innermost last. */
  readonly #folders: string[] = []
  readonly #shapes: Shape[] = []
  #placemark: Placemark | undefined
  #attribute: string | undefined
  #text = ''

  constructor() {
    this.#parser.onopentag = ({ name, attributes }) => this.#open(bare(name), attributes)
    this.#parser.onclosetag = (name) => this.#close(bare(name))
    this.#parser.ontext = (text) => (this.#text += text)
    this.#parser.oncdata = (text) => (this.#text += text)
    this.#parser.onerror = (error) => {
      throw error
    }
  }

  push(text: string) {
    this.#parser.write(text)
  }

  /** Call it at the end of the file: what is not closed by then is an error. */
  end() {
    this.#parser.close()
  }

  #open(name: string, attributes: Record<string, unknown>) {
    this.root ??= name
    this.#text = ''
    this.#path.push(name)
    if (name === 'Folder' || name === 'Document') this.#folders.push('')
    else if (name === 'Placemark') this.#placemark = { folder: '', properties: {}, geometry: null }
    else if (name === 'Data' || name === 'SimpleData') this.#attribute = String(attributes.name ?? '')
    else if (SHAPES.has(name)) this.#shapes.push({ kind: name, coordinates: [], rings: [], parts: [] })
  }

  #close(name: string) {
    const text = this.#text.trim()
    this.#text = ''
    this.#path.pop()
    const parent = this.#path.at(-1)
    if (name === 'name' && (parent === 'Folder' || parent === 'Document')) this.#nameFolder(text)
    else if (name === 'Folder' || name === 'Document') this.#folders.pop()
    else if (name === 'Placemark') this.#finish()
    else if (this.#placemark) this.#inPlacemark(this.#placemark, name, parent, text)
  }

  #nameFolder(text: string) {
    this.#folders[this.#folders.length - 1] = text
  }

  #inPlacemark({ properties }: Placemark, name: string, parent: string | undefined, text: string) {
    if (parent === 'Placemark' && (name === 'name' || name === 'description')) properties[name] = text
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
      this.#setAttribute(properties, text)
    else if (parent === 'ExtendedData' && name !== 'Data' && name !== 'SchemaData') properties[name] = text
    else if (name === 'coordinates') this.#setCoordinates(positions(text))
    else if (SHAPES.has(name)) this.#endShape(parent)
  }

  #setAttribute(properties: Record<string, string>, text: string) {
    if (this.#attribute && !(this.#attribute in properties && text === '')) properties[this.#attribute] = text
  }

  #setCoordinates(coordinates: Position[]) {
    const shape = this.#shapes.at(-1)
    if (shape) shape.coordinates = coordinates
  }

  /** A ring belongs to its polygon, a part to its multi-geometry, anything else to the placemark. */
  #endShape(parent: string | undefined) {
    const shape = this.#shapes.pop()
    const outer = this.#shapes.at(-1)
    if (!shape || !this.#placemark) return
    if (parent === 'innerBoundaryIs') outer?.rings.push(shape.coordinates)
    else if (parent === 'outerBoundaryIs') outer?.rings.unshift(shape.coordinates)
    else if (outer) outer.parts.push(geometryOf(shape))
    else this.#placemark.geometry = geometryOf(shape)
  }

  #finish() {
    const folder = this.#folders.findLast((name) => name !== '') ?? ''
    if (this.#placemark) this.placemarks.push({ ...this.#placemark, folder })
    this.#placemark = undefined
    this.#shapes.length = 0
  }
}
