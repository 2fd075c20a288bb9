import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { ReportRecord } from '../../web/reports/outbox/records.ts'

/** Inside the illustrative commune. */
export const HERE = { longitude: 105.3384, latitude: 19.0693, accuracy: 12 }

/** A picture of its own for each pair of numbers, as a phone's camera names it. */
export async function photo(report: number, index: number) {
  const background = { r: (report * 5) % 256, g: (index * 80) % 256, b: (report * 11 + index * 37) % 256 }
  const mark = {
    create: { width: 20 + report, height: 10 + index * 7, channels: 3, background: '#fff' }
  } as const
  const buffer = await sharp({
    create: { width: 240, height: 180, channels: 3, background }
  })
    .composite([{ input: await sharp(mark).png().toBuffer(), left: 3 + report, top: 3 + index * 11 }])
    .jpeg()
    .toBuffer()
  // Two of the three photos of a report have the same name, as phones give it.
  return { name: index < 2 ? 'image.jpg' : 'IMG_0003.jpg', mimeType: 'image/jpeg', buffer }
}

/** A picture that does not get small: about 400 kB when it leaves the phone; wider ones weigh megabytes before. */
export async function heavyPhoto({ width = 1100, sigma = 40 } = {}) {
  const noise = { type: 'gaussian', mean: 128, sigma } as const
  const create = { width, height: Math.round(width * 0.75), channels: 3, background: '#888', noise } as const
  return {
    name: 'image.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create }).jpeg({ quality: 90 }).toBuffer()
  }
}

/** What the page has kept of its reports, oldest first. */
export function recordsOf(page: Page): Promise<ReportRecord[]> {
  return page.evaluate(
    () =>
      new Promise<ReportRecord[]>((resolve, reject) => {
        const opening = indexedDB.open('dia-ban-reports')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const asking = opening.result.transaction('reports').objectStore('reports').getAll()
          asking.onerror = () => reject(new Error('no reports'))
          asking.onsuccess = () => {
            opening.result.close()
            const records = asking.result as ReportRecord[] // the store holds nothing else
            resolve(records.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)))
          }
        }
      })
  )
}

/** Waits until the app is kept on the phone and controls its page. */
export async function awaitOfflineReady(page: Page) {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** The input behind the button that opens the camera. */
export const camera = (page: Page) => page.locator('input[type=file][capture]')

/** The four taps of a report, with one photo; ends on the screen that says what became of it. */
export async function report(page: Page, category: string | RegExp, file: Awaited<ReturnType<typeof photo>>) {
  await page.getByRole('button', { name: category }).first().click()
  await camera(page).setInputFiles(file)
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.locator('.send').getByRole('button').click()
}

/** A photo as a camera writes it: its time by the clock of Việt Nam, and its place unless the phone keeps it to itself. */
export async function toldPhoto(
  number: number,
  { takenAt, place }: { takenAt: Date; place?: { lng: number; lat: number } }
) {
  const { buffer, ...named } = await photo(number, 0)
  const local = new Date(takenAt.getTime() + 7 * 3_600_000).toISOString()
  const time = local.slice(0, 19).replaceAll('-', ':').replace('T', ' ')
  const degrees = (value: number) => `${Math.floor(value)}/1 ${Math.round((value % 1) * 6e7)}/1000000 0/1`
  const gps = place && {
    GPSLatitudeRef: 'N',
    GPSLatitude: degrees(place.lat),
    GPSLongitudeRef: 'E',
    GPSLongitude: degrees(place.lng)
  }
  const exif = { IFD2: { DateTimeOriginal: time }, ...(gps ? { IFD3: gps } : {}) }
  return { ...named, buffer: await sharp(buffer).withExif(exif).jpeg().toBuffer() }
}

/** From the place to the screen that says what became of it: the last two taps. */
export async function sendTold(page: Page) {
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.locator('.send').getByRole('button').click()
}
