import type { Collection } from '../collection.ts'
import { ImportRefused } from './request.ts'

/** A layer of a file, as far as it matters for choosing one. */
export interface LayerChoice {
  name: string
  /** undefined: the file does not say. */
  count: number | undefined
  /** undefined: several kinds, or the file does not say. */
  dimension: Collection['geometry'] | undefined
}

/** What a geometry type's name (`Point`, `3D Line String`, `MultiPolygon`) is stored as; undefined: cannot be told. */
export function dimensionOf(type: string | undefined): LayerChoice['dimension'] {
  if (type === undefined || /unknown|collection/i.test(type)) return undefined
  if (/point/i.test(type)) return 'Point'
  return /line/i.test(type) ? 'MultiLineString' : 'MultiPolygon'
}

const fits = ({ dimension }: LayerChoice, { geometry }: Collection) =>
  !dimension || !geometry || geometry === 'Geometry' || dimension === geometry

/**
 * The layer that is meant: named, the only one, the only one with rows, or the only one of these whose type fits. Throws
 * `ImportRefused` with their names where that leaves several.
 */
export function chooseLayer<T extends LayerChoice>(
  layers: readonly T[],
  name: string | undefined,
  collection: Collection,
  file: string
): T {
  const filled = layers.filter((layer) => layer.count !== 0)
  const named = layers.filter((layer) => layer.name === name)
  const isNamed = name !== undefined && (layers.length > 1 || named.length > 0)
  const narrowed = [layers, filled, filled.filter((layer) => fits(layer, collection))].find(
    ({ length }) => length === 1
  )
  const [only] = isNamed ? named : (narrowed ?? [])
  const chosen = only ?? (filled.length === 0 && !isNamed ? layers[0] : undefined)
  if (chosen) return chosen
  const shown = filled.length > 0 ? filled : layers
  const list = shown.map((layer) => `«${layer.name}»`).join(', ')
  const example = shown[0]?.name ?? ''
  throw new ImportRefused(
    isNamed
      ? {
          vi: `«${file}» không có lớp «${name}». Các lớp: ${list}.`,
          en: `«${file}» has no layer «${name}». Its layers: ${list}.`
        }
      : {
          vi: `«${file}» có nhiều lớp: ${list || 'không có lớp nào'}. Hãy chọn một bằng --layer, ví dụ --layer "${example}".`,
          en: `«${file}» holds several layers: ${list || 'none'}. Choose one with --layer, for example --layer "${example}".`
        },
    shown.map((layer) => layer.name)
  )
}
