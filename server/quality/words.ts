import type { Bilingual } from '../http/language.ts'
import { distanceText, numberText } from './found.ts'
import type { Finding, QualityKind, QualityLimits, QualityReason } from './contract.ts'

/** Names of kinds on paper and in files. */
export const KINDS: Readonly<Record<QualityKind, Bilingual>> = {
  invalid: { vi: 'Ranh giới thôn bị lỗi', en: 'Broken village borders' },
  overlap: { vi: 'Ranh giới thôn chồng lấn', en: 'Overlapping village borders' },
  gap: { vi: 'Khoảng trống giữa các thôn', en: 'Gaps between villages' },
  reach: { vi: 'Thôn lấn ra ngoài xã', en: 'Villages reaching beyond the commune' },
  outside: { vi: 'Địa điểm nằm ngoài xã', en: 'Places outside the commune' },
  duplicate: { vi: 'Địa điểm có thể trùng nhau', en: 'Places that may be one' },
  missing: { vi: 'Thiếu dữ kiện bắt buộc', en: 'Required facts missing' },
  unchecked: { vi: 'Quá hạn kiểm tra', en: 'Checks overdue' },
  sums: { vi: 'Số cộng lệch sổ của thôn', en: 'Sums that disagree with the register' }
}

/** Why a kind could not be looked at. */
export const REASONS: Readonly<Record<QualityReason, Bilingual>> = {
  no_border: { vi: 'xã chưa có ranh giới trong dữ liệu', en: 'the data have no border of the commune' },
  no_villages: { vi: 'xã chưa có ranh giới thôn nào', en: 'the commune has no village borders' },
  no_places: { vi: 'xã chưa có địa điểm nào', en: 'the commune has no places' },
  no_register: { vi: 'thôn nào cũng chưa có dân số, số hộ', en: 'no village has a register' },
  no_premises: {
    vi: 'chưa có điểm hộ ở thôn có sổ để đối chiếu',
    en: 'no village with a register has household points'
  }
}

export const SEVERITIES: Readonly<Record<Finding['severity'], Bilingual>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cần xem', en: 'To be looked at' },
  note: { vi: 'Lưu ý', en: 'Note' }
}

/** The limits in a sentence, so that a figure on paper says what it counts. */
export function limitsText(limits: QualityLimits): Bilingual {
  const text = (language: 'vi' | 'en') => {
    const number = (value: number) => numberText(value, 1)[language]
    const far = (metres: number) => distanceText(metres)[language]
    const { overlapM2, gapM2, reachM2, outsideM, duplicateM, checkMonths, confirmMonths, sumPercent } = limits
    return language === 'vi'
      ? `Chồng lấn trên ${number(overlapM2)} m²; khoảng trống trên ${number(gapM2)} m²; lấn ra ngoài xã trên ${number(reachM2)} m²; địa điểm cách ranh giới xã quá ${far(outsideM)}; trùng trong ${far(duplicateM)}; kiểm tra quá ${checkMonths} tháng; hồ sơ, sổ thôn quá ${confirmMonths} tháng; số cộng lệch sổ quá ${number(sumPercent)} %.`
      : `Overlaps above ${number(overlapM2)} m²; gaps above ${number(gapM2)} m²; ground beyond the commune above ${number(reachM2)} m²; places more than ${far(outsideM)} outside; like ones within ${far(duplicateM)}; checks older than ${checkMonths} months; records and registers older than ${confirmMonths} months; sums more than ${number(sumPercent)} % off the register.`
  }
  return { vi: text('vi'), en: text('en') }
}
