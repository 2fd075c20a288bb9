// Part of the build: a .br and a .gz beside each text file of the web build, so that serving never compresses them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const TEXT = /\.(html|js|mjs|css|svg|json|webmanifest|txt|map)$/
const SMALLEST = 1024
const compressors = { br: promisify(brotliCompress), gz: promisify(gzip) }

async function compressFile(path) {
  const content = readFileSync(path)
  if (content.length < SMALLEST) return
  for (const [suffix, compress] of Object.entries(compressors)) {
    writeFileSync(`${path}.${suffix}`, await compress(content))
  }
}

/** Compresses every text file of 1 kB or more under this folder. */
export async function precompress(directory) {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))
  await Promise.all(files.map((entry) => compressFile(join(entry.parentPath, entry.name))))
}
