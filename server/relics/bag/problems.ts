import type { RefusedRow } from '../../collections/import/request.ts'
import type { Bilingual } from '../../http/language.ts'
import { Unusable } from '../../unusable.ts'

/** A bag cannot be made or taken in as it is; nothing has changed. */
export class BagRefused extends Unusable {}

const refused = (vi: string, en: string) => new BagRefused({ vi, en } satisfies Bilingual)

export const noSuchRelics = (slugs: readonly string[]) =>
  refused(
    `Không có di tích nào mang địa chỉ ${slugs.map((slug) => `«${slug}»`).join(', ')}. Địa chỉ là phần sau /di-tich/.`,
    `No relic has the address ${slugs.map((slug) => `“${slug}”`).join(', ')}. The address is what follows /di-tich/.`
  )

export const nothingToMove = () =>
  refused('Chưa có di tích nào để xuất.', 'There is no relic that could be exported.')

export const noRelicBag = () =>
  refused(
    'Túi BagIt này đúng nhưng không phải túi di tích của chương trình Địa bàn (thiếu Dia-Ban-Format trong bag-info.txt). Chưa có gì thay đổi.',
    'This BagIt bag is valid but holds no relics of Địa bàn (bag-info.txt has no Dia-Ban-Format). Nothing has changed.'
  )

export const newerBag = (format: string) =>
  refused(
    `Túi do một bản chương trình mới hơn tạo ra (Dia-Ban-Format ${format}). Hãy cập nhật chương trình rồi nạp lại; chưa có gì thay đổi.`,
    `The bag was made by a newer version of the program (Dia-Ban-Format ${format}). Update the program first; nothing has changed.`
  )

export const badContent = (file: string, detail: string) =>
  refused(
    `Nội dung «data/${file}» không đúng quy ước của túi di tích (${detail}). Chưa có gì thay đổi.`,
    `“data/${file}” is not what a bag of relics holds (${detail}). Nothing has changed.`
  )

export const badFile = (name: string, why: Bilingual) =>
  refused(
    `Tệp «data/${name}» của túi không nhận được. ${why.vi} Chưa có gì thay đổi.`,
    `“data/${name}” of the bag is not taken. ${why.en} Nothing has changed.`
  )

export const unknownCommunes = (codes: readonly string[]) =>
  refused(
    `Túi có di tích thuộc xã ${codes.join(', ')} mà hệ thống này chưa có. Hãy nạp ranh giới xã trước (npm run import -- communes …), hoặc kiểm tra có nhầm túi không. Chưa có gì thay đổi.`,
    `The bag has relics of the commune ${codes.join(', ')}, which is not known here. Import its border first (npm run import -- communes …), or check whether it is the wrong bag. Nothing has changed.`
  )

export const addressTaken = (slug: string, name: string, owner: string) =>
  refused(
    `Địa chỉ «${slug}» của di tích «${name}» tại đây đang hoặc đã từng là của di tích khác, «${owner}». Hãy đổi địa chỉ một trong hai di tích rồi nạp lại; chưa có gì thay đổi.`,
    `The address “${slug}” of the relic “${name}” is or was here that of another one, “${owner}”. Give one of the two another address, then take the bag in again; nothing has changed.`
  )

export const otherHere = (name: string) =>
  refused(
    `Di tích «${name}» đã có tại đây với nội dung khác, và không có mã (ref) để bản này thay bản kia. Hãy sửa tại mục Địa điểm, hoặc gỡ bản tại đây (npm run import -- undo …) rồi nạp lại; chưa có gì thay đổi.`,
    `The relic “${name}” is here with other facts and has no code (ref) by which one could replace the other. Edit it in the section Places, or undo what is here (npm run import -- undo …), then take the bag in again; nothing has changed.`
  )

export const elsewhere = (name: string, told: string | null, found: string | null) =>
  refused(
    `Di tích «${name}» trong túi thuộc xã ${told ?? '(không rõ)'} nhưng tại đây vị trí của nó thuộc xã ${found ?? '(không rõ)'}. Hãy kiểm tra ranh giới xã; chưa có gì thay đổi.`,
    `The bag says that the relic “${name}” is of the commune ${told ?? '(unknown)'}, but here its place is of ${found ?? '(unknown)'}. Check the borders of the communes; nothing has changed.`
  )

export const tourTaken = (
  { slug, titleVi, communeCode }: { slug: string; titleVi: string; communeCode: string | null },
  here: { titleVi: string; communeCode: string | null }
) =>
  refused(
    `Địa chỉ tuyến «${slug}» của «${titleVi}» (xã ${communeCode ?? '(không rõ)'}) tại đây là của tuyến khác, «${here.titleVi}» (xã ${here.communeCode ?? '(không rõ)'}). Địa chỉ tuyến không đổi được: hãy nạp không kèm tuyến (--without-tours). Chưa có gì thay đổi.`,
    `The address “${slug}” of the tour “${titleVi}” (commune ${communeCode ?? '(unknown)'}) is here that of another one, “${here.titleVi}” (commune ${here.communeCode ?? '(unknown)'}). Addresses of tours do not change: take the bag in without its tours (--without-tours). Nothing has changed.`
  )

export const dataDiskFull = (cause: unknown) =>
  new BagRefused(
    {
      vi: 'Đĩa chứa dữ liệu của hệ thống này đã đầy, nên chưa có gì thay đổi. Hãy giải phóng chỗ trống rồi nạp lại.',
      en: 'The disk of this installation’s data is full, so nothing has changed. Free some space, then take the bag in again.'
    },
    { cause }
  )

const MOST_REASONS = 5

/** Says the first reasons, each with the value that is to blame. */
export const rowsRefused = (rows: readonly RefusedRow[]) => {
  const some = rows.slice(0, MOST_REASONS)
  const listed = (language: keyof Bilingual) =>
    some.map(({ reason, value }) => `${reason[language]} (${value ?? ''})`).join(' · ')
  return refused(
    `Có dòng của túi không nạp được, nên chưa có gì thay đổi: ${listed('vi')}`,
    `Rows of the bag cannot be taken in, so nothing has changed: ${listed('en')}`
  )
}
