import type { Place } from '../../../server/reports/contract.ts'

/** What a photo says of itself. */
export interface PhotoFacts {
  takenAt: Date | null
  place: Place | null
}

/** Older than this, the phone is no longer where the photo was taken. */
const OLD_MS = 10 * 60_000

/** Whether the photo was taken some time ago, so that its own place counts and not that of the phone. */
export const isOlder = ({ takenAt }: PhotoFacts, now: Date) =>
  takenAt !== null && now.getTime() - takenAt.getTime() > OLD_MS

interface Tags {
  latitude?: unknown
  longitude?: unknown
  DateTimeOriginal?: unknown
}

/** Reads time and place from a photo's EXIF; what it does not say is null. A file without EXIF is no error. */
export async function readPhotoFacts(file: Blob): Promise<PhotoFacts> {
  // Only who has a photo needs the reader.
  const { parse } = await import('exifr')
  const wanted = ['DateTimeOriginal', 'GPSLatitude', 'GPSLongitude', 'GPSLatitudeRef', 'GPSLongitudeRef']
  // The reader throws whatever it cannot make sense of; a photo without facts is a photo all the same.
  const tags = ((await parse(file, wanted).catch(() => undefined)) ?? {}) as Tags // whatever the file says
  const { latitude: lat, longitude: lng, DateTimeOriginal: taken } = tags
  const isPlace = isWithin(lat, 90) && isWithin(lng, 180) && !(lat === 0 && lng === 0)
  return {
    takenAt: taken instanceof Date && !Number.isNaN(taken.getTime()) ? taken : null,
    place: isPlace ? { lng, lat } : null
  }
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most
