import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Polygon } from 'geojson'
import { importFile, type FileRequest } from '../../server/collections/import/import-file.ts'
import { registry } from '../../server/themes.ts'
import { openTestDatabase } from './test-database.ts'

/** Phường Một, code 00001: a square of 0.1° with its south-west corner at 105 E, 20 N. */
export const PHUONG_MOT = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { Mã_Xã: '00001', 'TÊN XÃ': 'Phường Một' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [105, 20],
            [105, 20.1],
            [105.1, 20.1],
            [105.1, 20],
            [105, 20]
          ]
        ]
      }
    }
  ]
}

/** A database with one commune, a folder for files, and the importer over both, in this process. */
export async function openImportFolder() {
  const database = await openTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'diaban-files-'))
  const deps = { db: database.db, registry, derivations: [] }

  function file(name: string, content: string | Buffer) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }
  const take = (collection: string, path: string, more: Partial<FileRequest> = {}) =>
    importFile(deps, { collection, file: path, importedBy: 'test', ...more })

  await take('communes', file('xa.geojson', JSON.stringify(PHUONG_MOT)))
  return {
    deps,
    db: database.db,
    folder,
    file,
    take,
    /** Writes a data set with GDAL's own program from GeoJSON, and answers its path. */
    ogr(name: string, geojson: object, ...options: string[]) {
      const source = file(`sources/${name}.geojson`, JSON.stringify(geojson))
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      execFileSync('ogr2ogr', [...options, path, source], { stdio: ['ignore', 'ignore', 'pipe'] })
      return path
    },
    /** What an import brought, by row number. */
    async rows(table: string, importId: number | null) {
      const { rows } = await database.db.query(
        `select t.*, st_astext(geom, 7) as wkt from ${table} t where import_id = $1 order by row_number`,
        [importId]
      )
      return rows
    },
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** What `openImportFolder` gives. */
export type ImportFolder = Awaited<ReturnType<typeof openImportFolder>>

/** A GeoJSON collection of features from pairs of properties and geometry. */
export const features = (...rows: [Record<string, unknown>, unknown][]) => ({
  type: 'FeatureCollection',
  features: rows.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry }))
})

export const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })

/** A square with its south-west corner there, counter-clockwise. */
export function square(lng: number, lat: number, size = 0.01): Polygon {
  const [e, n] = [lng + size, lat + size]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [e, lat],
        [e, n],
        [lng, n],
        [lng, lat]
      ]
    ]
  }
}
