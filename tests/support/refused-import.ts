import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { features, openImportFolder, point, type ImportFolder } from './import-folder.ts'

/** Two cultural houses in Phường Một. */
export const HOUSES = features(
  [{ name: 'NVH' }, point(105.05, 20.05)],
  [{ name: 'NVH 2' }, point(105.06, 20.06)]
)

/**
 * For test files in which every import is refused: an import folder for all their tests, after each of which the database
 * must hold what it held before, and nothing staged.
 */
export function refusedImports() {
  let importer: ImportFolder
  let before: unknown
  const counts = async () =>
    (
      await importer.db.query(
        `select (select count(*) from import) as imports, (select count(*) from cultural_house) as houses,
                (select count(*) from residential_area) as areas, (select count(*) from import_row) as staged`
      )
    ).rows
  beforeAll(async () => {
    importer = await openImportFolder()
  })
  afterAll(() => importer.close())
  beforeEach(async () => {
    before = await counts()
  })
  afterEach(async () => {
    expect(await counts()).toEqual(before)
  })
  return {
    get importer() {
      return importer
    },
    /** The refused rows as number, reason and value, or the sentence about the file as a whole. */
    refusal: (path: string, collection = 'cultural_houses', more = {}) =>
      importer.take(collection, path, more).then(
        (report) => report.refused.map(({ row, reason, value }) => [row, reason.vi, value]),
        (error: Error) => error.message
      ),
    geojson: (name: string, content: object | string) =>
      importer.file(`${name}.geojson`, typeof content === 'string' ? content : JSON.stringify(content))
  }
}
