import type { Bilingual, Language } from '../../http/language.ts'
import type { CategoryTheme, ReportCategory } from '../contract.ts'

const GROUPS: Record<CategoryTheme, Bilingual> = {
  waste: { vi: 'Rác thải', en: 'Waste' },
  traffic: { vi: 'Giao thông', en: 'Traffic' },
  other: { vi: 'Khác', en: 'Other' }
}

const describe = ({ resolveHours, sensitive }: ReportCategory): Bilingual => ({
  vi: `Thời hạn giải quyết: ${resolveHours} giờ làm việc.${sensitive ? ' Vị trí chỉ công khai theo ô 200 m.' : ''}`,
  en: `To be resolved within ${resolveHours} working hours.${sensitive ? ' Its place is public as a 200 m cell only.' : ''}`
})

/** A category as the standard's service. */
export const serviceOf = (category: ReportCategory, language: Language) => ({
  service_code: category.code,
  service_name: category.name[language],
  description: describe(category)[language],
  metadata: true,
  type: 'realtime',
  keywords: category.theme,
  group: GROUPS[category.theme][language]
})

/** What a new request of any service may say besides, as `attribute[code]`. */
const ATTRIBUTES: readonly { code: string; datatype: string; description: Bilingual; kind: Bilingual }[] = [
  {
    code: 'external_id',
    datatype: 'string',
    description: {
      vi: 'Mã của phản ánh trong hệ thống gửi; gửi lại cùng mã không tạo phản ánh thứ hai',
      en: 'The id of the request in your system; sent again with the same one it is not taken in twice'
    },
    kind: { vi: 'Nhiều nhất 200 ký tự', en: 'At most 200 characters' }
  },
  {
    code: 'accuracy',
    datatype: 'number',
    description: {
      vi: 'Sai số của vị trí: bán kính chứa vị trí thật với xác suất 95%',
      en: 'How exact the place was measured: the radius that holds the true one with 95% probability'
    },
    kind: { vi: 'Mét', en: 'Metres' }
  },
  {
    code: 'observed_at',
    datatype: 'datetime',
    description: { vi: 'Thời điểm người gửi nhìn thấy', en: 'When it was seen' },
    kind: { vi: 'RFC 3339 có múi giờ', en: 'RFC 3339 with a zone' }
  }
]

/** The attributes that a service takes. */
export const definitionOf = (code: string, language: Language) => ({
  service_code: code,
  attributes: ATTRIBUTES.map(({ code, datatype, description, kind }, index) => ({
    variable: true,
    code,
    datatype,
    required: false,
    datatype_description: kind[language],
    order: index + 1,
    description: description[language],
    values: []
  }))
})
