// Draws the icons of the report app from web/icon.svg: `npx tsx web/reports/offline/make-icons.ts`, after the icon changed.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname, '../app-files/phan-anh')
const GROUND = '#0f5c73'
/** A phone cuts a maskable icon to its own shape: what must be seen lies within the middle four fifths. */
const SAFE_SHARE = 0.8

async function draw(svg: Buffer, size: number, name: string) {
  await sharp(svg, { density: 1200 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(FOLDER, name))
}

async function drawMaskable(svg: Buffer, size: number, name: string) {
  const inner = Math.round(size * SAFE_SHARE)
  const border = Math.round((size - inner) / 2)
  const picture = await sharp(svg, { density: 1200 })
    .resize(inner, inner)
    .flatten({ background: GROUND })
    .toBuffer()
  await sharp(picture)
    .extend({ top: border, bottom: border, left: border, right: border, background: GROUND })
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(FOLDER, name))
}

const svg = await readFile(join(import.meta.dirname, '../../icon.svg'))
await draw(svg, 192, 'icon-192.png')
await draw(svg, 512, 'icon-512.png')
await drawMaskable(svg, 512, 'icon-maskable-512.png')
