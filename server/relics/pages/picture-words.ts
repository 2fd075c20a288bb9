import type { Bilingual } from '../../http/language.ts'

export const PICTURE_WORDS = {
  pictures: { vi: 'Hình ảnh', en: 'Pictures' },
  more: { vi: 'Xem thêm ảnh', en: 'More pictures' },
  by: { vi: 'Ảnh', en: 'Photo' },
  document: { vi: 'Văn bản số hóa', en: 'Digitised document' },
  manifest: { vi: 'Bộ ảnh cho trình xem IIIF', en: 'The pictures for IIIF viewers' }
} as const satisfies Record<string, Bilingual>
