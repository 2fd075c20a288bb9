import {
  ImportRefused,
  type FeatureRow,
  type ImportDeps,
  type ImportReport,
  type ImportRequest
} from './request.ts'

/**
 * Takes rows (coordinates in `request.crs`, default EPSG:4326) into a collection: staged in batches, checked, then
 * published in one short transaction with everything derived from them. Refused rows are in the report; throws
 * `ImportRefused` when the request or the file as a whole is wrong, and the database's error when it goes away. Nothing is changed then.
 */
export async function importFeatures(
  _deps: ImportDeps,
  request: ImportRequest,
  _rows: AsyncIterable<FeatureRow> | Iterable<FeatureRow>
): Promise<ImportReport> {
  throw new ImportRefused({
    vi: `Chưa nạp được ${request.collection}.`,
    en: `${request.collection} cannot be imported yet.`
  })
}
