import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDemo } from './demo.ts'

// Writes the illustrative commune as GeoJSON files: npx tsx data/demo/write-files.ts FOLDER

const folder = process.argv[2]
if (!folder) throw new Error('Hãy nêu thư mục để ghi: npx tsx data/demo/write-files.ts THƯ_MỤC')
mkdirSync(folder, { recursive: true })
for (const { fileName, features } of makeDemo())
  writeFileSync(join(folder, fileName), JSON.stringify({ type: 'FeatureCollection', features }))
