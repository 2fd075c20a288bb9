import type { QualityKind, QualityLimits, QualityReason } from '../../server/quality/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the section about the quality of the data. */
export const messages = {
  title: { vi: 'Chất lượng dữ liệu', en: 'Quality of the data' },
  lead: {
    vi: '{name}, ngày {day}: {open} việc phải sửa, {accepted} việc chấp nhận như hiện trạng.',
    en: '{name}, {day}: {open} to be mended, {accepted} accepted as they are.'
  },
  loading: { vi: 'Đang kiểm tra dữ liệu của xã', en: 'Looking at the commune’s data' },
  commune: { vi: 'Xã', en: 'Commune' },
  chooseCommune: { vi: 'Chọn xã cần kiểm tra', en: 'Choose the commune to look at' },
  rounds: { vi: 'Đợt làm sạch', en: 'Cleaning rounds' },
  limits: { vi: 'Ngưỡng kiểm tra', en: 'Limits' },
  download: { vi: 'Tải bảng CSV', en: 'Download the table (CSV)' },
  print: { vi: 'Bản in A4', en: 'A4 sheet' },
  kind: { vi: 'Loại', en: 'Kind' },
  allKinds: { vi: 'Mọi loại', en: 'Every kind' },
  state: { vi: 'Tình trạng xử lý', en: 'State' },
  allStates: { vi: 'Mọi tình trạng', en: 'Every state' },
  unit: { vi: 'Đơn vị được giao', en: 'Unit' },
  unitNumber: { vi: 'Đơn vị số {id}', en: 'Unit no. {id}' },
  allUnits: { vi: 'Mọi đơn vị', en: 'Every unit' },
  mine: { vi: 'Chỉ việc giao cho tôi', en: 'Only what is mine' },
  noneFit: { vi: 'Không có mục nào khớp bộ lọc.', en: 'Nothing fits the filters.' },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear the filters' },
  fine: { vi: 'Đã kiểm tra, không thấy lỗi', en: 'Looked at, nothing found' },
  notLooked: { vi: 'Chưa kiểm tra được', en: 'Could not be looked at' },
  because: { vi: '{kind}: {reason}', en: '{kind}: {reason}' },
  more: {
    vi: 'Còn {count} mục nữa cùng loại, có đủ trong bảng CSV.',
    en: '{count} more of this kind are in the table (CSV).'
  },
  show: { vi: 'Xem trên bản đồ', en: 'Show on the map' },
  showOf: { vi: 'Xem trên bản đồ: {text}', en: 'Show on the map: {text}' },
  mend: { vi: 'Sửa {name}', en: 'Mend {name}' },
  assigneesNotLoaded: {
    vi: 'Chưa tải được danh sách đơn vị và cán bộ để giao',
    en: 'The units and people to assign to could not be loaded'
  },
  takeInAgain: { vi: 'Nạp lại tệp đã sửa', en: 'Take the mended file in again' },
  decide: { vi: 'Giao hoặc chấp nhận', en: 'Assign or accept' },
  decideOf: { vi: 'Giao hoặc chấp nhận: {text}', en: 'Assign or accept: {text}' },
  givenTo: { vi: 'Giao cho {name}', en: 'Assigned to {name}' },
  accepted: { vi: 'Chấp nhận ngày {day} ({by}): {reason}', en: 'Accepted on {day} ({by}): {reason}' },
  lapsed: {
    vi: 'Nay lớn hơn lúc được chấp nhận ngày {day} ({by}): {reason}',
    en: 'It has grown since it was accepted on {day} ({by}): {reason}'
  },
  unitsHint: {
    vi: 'Chỉ nêu đơn vị có cán bộ mở được mục này.',
    en: 'Units in which somebody may open this section.'
  },
  noUnits: {
    vi: 'Chưa đơn vị nào có cán bộ mở được mục này, nên chưa giao được cho đơn vị. Hãy giao cho một người.',
    en: 'No unit has anybody who may open this section, so none can be given this. Choose a person.'
  },
  person: { vi: 'Người được giao', en: 'Person' },
  nobody: { vi: 'Chưa giao', en: 'Nobody' },
  isRight: { vi: 'Chấp nhận như hiện trạng, vì', en: 'Accepted as it is, because' },
  isRightHint: {
    vi: 'Để trống nếu phải sửa. Lý do được ghi vào biên bản của đợt làm sạch.',
    en: 'Empty: it is to be mended. The reason stands in the record of the round.'
  },
  tooShort: { vi: 'Hãy ghi lý do, ít nhất 5 chữ cái.', en: 'Give a reason of at least 5 letters.' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  mapOf: { vi: 'Bản đồ các phát hiện', en: 'Map of what was found' },
  mapFailed: {
    vi: 'Thiết bị này không vẽ được bản đồ. Danh sách vẫn đủ.',
    en: 'This device cannot draw the map. The list is whole without it.'
  },
  closeMap: { vi: 'Đóng bản đồ', en: 'Close the map' },
  mapNotLoaded: {
    vi: 'Bản đồ chưa tải được. Hãy kiểm tra mạng rồi tải lại trang.',
    en: 'The map did not arrive. Check the network, then load the page again.'
  },
  limitsText: {
    vi: 'Dưới ngưỡng thì không nêu. Đợt làm sạch đang mở giữ ngưỡng của lúc mở đợt.',
    en: 'What is below is not told. A round under way keeps the limits it began with.'
  },
  defaults: { vi: 'Lấy lại số mặc định', en: 'Take the defaults' },
  notANumber: { vi: 'Hãy ghi một số từ 0 trở lên.', en: 'Give a number from 0 up.' }
} as const satisfies Record<string, Message>

/** Names of what is looked for. */
export const kindMessages: Readonly<Record<QualityKind, Message>> = {
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

/** Why something could not be looked at. */
export const reasonMessages: Readonly<Record<QualityReason, Message>> = {
  no_border: { vi: 'xã chưa có ranh giới trong dữ liệu', en: 'the data have no border of the commune' },
  no_villages: { vi: 'xã chưa có ranh giới thôn nào', en: 'the commune has no village borders' },
  no_places: { vi: 'xã chưa có địa điểm nào', en: 'the commune has no places' },
  no_register: { vi: 'thôn nào cũng chưa có dân số, số hộ', en: 'no village has a register' },
  no_premises: {
    vi: 'chưa có điểm hộ ở thôn có sổ để đối chiếu',
    en: 'no village with a register has household points'
  }
}

/** What people have decided. */
export const stateMessages: Readonly<Record<'open' | 'free' | 'assigned' | 'accepted', Message>> = {
  open: { vi: 'Phải sửa', en: 'To be mended' },
  free: { vi: 'Phải sửa, chưa giao', en: 'To be mended, nobody’s' },
  assigned: { vi: 'Phải sửa, đã giao', en: 'To be mended, assigned' },
  accepted: { vi: 'Chấp nhận như hiện trạng', en: 'Accepted as it is' }
}

/** The limits with their units. */
export const limitMessages: Readonly<Record<keyof QualityLimits, Message>> = {
  overlapM2: { vi: 'Chồng lấn trên (m²)', en: 'Overlaps above (m²)' },
  gapM2: { vi: 'Khoảng trống trên (m²)', en: 'Gaps above (m²)' },
  reachM2: { vi: 'Lấn ra ngoài xã trên (m²)', en: 'Ground beyond the commune above (m²)' },
  outsideM: { vi: 'Địa điểm cách ranh giới xã quá (m)', en: 'Places farther outside than (m)' },
  duplicateM: { vi: 'Trùng tên trong khoảng (m)', en: 'Like names within (m)' },
  checkMonths: {
    vi: 'Wifi, đường truyền, camera: quá (tháng)',
    en: 'Wifi, lines, cameras: older than (months)'
  },
  confirmMonths: { vi: 'Di tích, sổ của thôn: quá (tháng)', en: 'Relics, registers: older than (months)' },
  sumPercent: { vi: 'Số cộng lệch sổ quá (%)', en: 'Sums off the register by more than (%)' }
}
