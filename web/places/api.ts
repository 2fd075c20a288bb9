import type { PublicPhoto } from '../../server/editing/photos/contract.ts'
import { inTime } from '../http/in-time.ts'

/** The whole record of a feature that was clicked; its tile carries a part. Throws what fetch throws. */
export async function fetchProperties(
  collection: string,
  id: string | number,
  signal: AbortSignal
): Promise<Record<string, unknown>> {
  const headers = { accept: 'application/geo+json' }
  return inTime(signal, async (end) => {
    const response = await fetch(recordPath(collection, id), { signal: end, headers })
    if (!response.ok) throw new Error(`The record could not be read: ${response.status}`)
    // A GeoJSON feature has properties, by the standard.
    const { properties } = (await response.json()) as { properties: Record<string, unknown> }
    return properties
  })
}

/** Collections whose places may have photos that anyone sees. */
const WITH_PHOTOS: readonly string[] = ['cultural_houses', 'institutions', 'cell_sites']

/** The photos of what a feature shows; none where its collection has none. Throws what fetch throws. */
export async function fetchPhotos(
  collection: string,
  id: string | number,
  signal: AbortSignal
): Promise<readonly PublicPhoto[]> {
  if (!WITH_PHOTOS.includes(collection)) return []
  return photosAt(`/api/places/${collection}/${encodeURIComponent(id)}/photos`, signal)
}

/** The photos of the village of a code. Throws what fetch throws. */
export const fetchVillagePhotos = (code: string, signal: AbortSignal) =>
  photosAt(`/api/villages/${encodeURIComponent(code)}/photos`, signal)

async function photosAt(path: string, signal: AbortSignal): Promise<readonly PublicPhoto[]> {
  return inTime(signal, async (end) => {
    const response = await fetch(path, { signal: end })
    if (!response.ok) throw new Error(`The photos could not be read: ${response.status}`)
    // The server serialises by the contract.
    return ((await response.json()) as { photos: PublicPhoto[] }).photos
  })
}

const PAGES: Readonly<Record<string, string>> = { relics: 'di-tich', cultural_houses: 'nha-van-hoa' }

/** The own page of what a feature of the map shows; undefined: its collection has none. */
export function pagePath(collection: string, id: string | number, language: string): string | undefined {
  const folder = PAGES[collection]
  return folder && `/${folder}/doi-tuong/${encodeURIComponent(id)}?lang=${language}`
}

/** Where the record stands, for people and for machines. */
export const recordPath = (collection: string, id: string | number) =>
  `/ogc/collections/${collection}/items/${encodeURIComponent(id)}`
