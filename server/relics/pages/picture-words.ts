import type { Bilingual } from '../../http/language.ts'
import type { ImageLicence } from '../image-contract.ts'

export const PICTURE_WORDS = {
  pictures: { vi: 'Hình ảnh', en: 'Pictures' },
  more: { vi: 'Xem thêm ảnh', en: 'More pictures' },
  by: { vi: 'Ảnh', en: 'Photo' },
  document: { vi: 'Văn bản số hóa', en: 'Digitised document' },
  gone: {
    vi: 'Tệp ảnh hiện không đọc được trên máy chủ. Ảnh sẽ hiện lại khi tệp được khôi phục.',
    en: 'The file of this picture cannot be read on the server now. It is shown again once the file is restored.'
  },
  manifest: { vi: 'Bộ ảnh cho trình xem IIIF', en: 'The pictures for IIIF viewers' }
} as const satisfies Record<string, Bilingual>

/** What a licence is called beside a picture. */
export const LICENCES: Readonly<Record<ImageLicence, Bilingual>> = {
  'CC0 1.0': { vi: 'CC0 1.0', en: 'CC0 1.0' },
  'CC BY 4.0': { vi: 'CC BY 4.0', en: 'CC BY 4.0' },
  'CC BY-SA 4.0': { vi: 'CC BY-SA 4.0', en: 'CC BY-SA 4.0' },
  permission: { vi: 'Giữ bản quyền, được phép công bố', en: 'All rights reserved, published with permission' }
}
