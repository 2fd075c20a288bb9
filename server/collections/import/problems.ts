import type { Localized } from '../contract.ts'

/** Why the database refuses a staged row; the value beside it says how much or which. */
const SENTENCES: Record<string, Localized> = {
  off_globe: {
    vi: 'Tọa độ nằm ngoài Trái Đất (kinh độ ±180, vĩ độ ±90): sai số liệu hoặc sai hệ tọa độ.',
    en: 'The coordinates lie off the globe (longitude ±180, latitude ±90): wrong figures or a wrong coordinate system.'
  },
  no_area: {
    vi: 'Đa giác không có diện tích.',
    en: 'The polygon has no area.'
  },
  area_changed: {
    vi: 'Đa giác tự cắt; sửa lại sẽ làm diện tích thay đổi quá 1 %. Hãy sửa ở phần mềm nguồn.',
    en: 'The polygon crosses itself; repairing it would change its area by more than 1 %. Mend it at the source.'
  },
  outside: {
    vi: 'Nằm ngoài xã hơn 1 km: sai tọa độ, hoặc thuộc xã khác.',
    en: 'It lies more than 1 km outside the commune: wrong coordinates, or another commune’s.'
  },
  outside_viet_nam: {
    vi: 'Nằm ngoài Việt Nam, cả hình hoặc một phần: sai tọa độ, hoặc kinh độ và vĩ độ bị đảo.',
    en: 'It lies outside Viet Nam, in whole or in part: wrong coordinates, or longitude and latitude exchanged.'
  },
  no_commune: {
    vi: 'Không xã nào đã biết chứa điểm trung tâm của vùng này; hãy nạp ranh giới xã trước hoặc chỉ rõ --commune.',
    en: 'No known commune holds this area’s inner point; import the communes first or name one with --commune.'
  },
  key_elsewhere: {
    vi: 'Mã này đang là của một nơi khác, thuộc xã khác và không chồng lên hình này (trong ngoặc); nạp vào sẽ thay mất nơi ấy. Hãy thêm mã xã vào trước mã (ví dụ 05800-01).',
    en: 'This code already names another place, in another commune and not overlapping this shape (in brackets); it would be replaced. Put the commune’s code before it (for example 05800-01).'
  },
  duplicate_key: {
    vi: 'Trùng mã với một dòng trước trong cùng tệp (số dòng đó ở trong ngoặc).',
    en: 'It has the same code as an earlier row of the file (that row’s number in brackets).'
  }
}

/** The sentence of a problem code that staging or its checks have written. */
export function sentenceOf(problem: string): Localized {
  return SENTENCES[problem] ?? { vi: problem, en: problem }
}
