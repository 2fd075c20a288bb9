import type { Language } from '../../http/language.ts'
import { FORMATS } from './answer.ts'

/** When what can be asked here last changed. */
const CHANGED = '2026-11-22T00:00:00+07:00'

const TEXTS = {
  contact: {
    vi: 'Quản trị viên của chương trình này tại xã.',
    en: 'The administrator of this program in the commune.'
  },
  key: {
    vi: 'Khóa api_key do quản trị viên của chương trình này cấp; chỉ cần khi gửi phản ánh.',
    en: 'The administrator of this program gives an api_key; it is needed to send requests only.'
  }
}

/** Where the standard is spoken; `base`: the address of this program, without a slash at its end. */
export const discoveryOf = (base: string, language: Language) => ({
  changeset: CHANGED,
  contact: TEXTS.contact[language],
  key_service: TEXTS.key[language],
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${base}/open311/v2`,
      changeset: CHANGED,
      type: 'production',
      formats: [...FORMATS]
    }
  ]
})
