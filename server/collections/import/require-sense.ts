import type { Collection } from '../collection.ts'
import { requireCommunes } from './check-place.ts'
import { ImportRefused, type ImportDeps, type ImportRequest } from './request.ts'

/** The declared collection; an unknown id, and one that no file can fill, is refused with the list. */
export function findCollection({ registry }: ImportDeps, id: string): Collection {
  const collection = registry.find(id)
  const ids = registry.importable.map((candidate) => candidate.id).join(', ')
  if (collection?.importable === false)
    throw new ImportRefused({
      vi: `«${collection.title.vi}» (${id}) không nạp từ tệp: dữ liệu này chỉ được tạo ngay trong chương trình. Các loại nạp được: ${ids}.`,
      en: `“${collection.title.en}” (${id}) cannot be loaded from a file: it only comes into being in the program itself. What can be loaded: ${ids}.`
    })
  if (collection) return collection
  throw new ImportRefused({
    vi: `Không có loại dữ liệu «${id}». Các loại: ${ids}.`,
    en: `There is no collection «${id}». Collections: ${ids}.`
  })
}

function notDelivered({ registry }: ImportDeps) {
  const ids = registry.all.flatMap(({ id, delivered }) => (delivered ? [id] : [])).join(', ')
  return new ImportRefused({
    vi: `--speaks-for chỉ dùng cho bản đồ phủ sóng (${ids}).`,
    en: `--speaks-for is for coverage maps (${ids}) only.`
  })
}

/** Refuses options that do not go with the collection, and commune codes that are not known. */
export async function requireSense(deps: ImportDeps, collection: Collection, request: ImportRequest) {
  if (request.speaksFor && !collection.delivered) throw notDelivered(deps)
  if (request.commune && collection.communes)
    throw new ImportRefused({
      vi: '--commune không dùng khi nạp ranh giới xã: mã xã lấy từ tệp.',
      en: '--commune is not for commune boundaries: their codes come from the file.'
    })
  if (request.commune) await requireCommunes(deps.db, [request.commune], '--commune')
  if (request.speaksFor) await requireCommunes(deps.db, request.speaksFor, '--speaks-for')
}

/** Refuses a file without rows, unless it is a delivery that says "no coverage here". */
export function refuseEmpty(collection: Collection, request: ImportRequest) {
  const { operator, technology, valid_from: validFrom } = request.set ?? {}
  const isAnswer = collection.delivered && operator && technology && validFrom && request.speaksFor?.length
  if (isAnswer) return
  const delivery = collection.delivered
  throw new ImportRefused({
    vi: delivery
      ? 'Tệp không có hình nào. Bản đồ phủ sóng rỗng ("ở đây không có sóng") cần --set operator=…, --set technology=…, --set valid_from=… và --speaks-for MÃ_XÃ.'
      : 'Tệp không có dòng dữ liệu nào. Hãy kiểm tra lại tệp hoặc lớp dữ liệu.',
    en: delivery
      ? 'The file has no features. An empty coverage map ("no coverage here") needs --set operator=…, --set technology=…, --set valid_from=… and --speaks-for CODES.'
      : 'The file has no rows. Check the file or its layer.'
  })
}
