import type { HouseOfList, HousesShown } from '../../../server/places/staff-contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'

/** Words of the list of cultural houses and their Wifi. */
export const messages = {
  title: { vi: 'Wifi nhà văn hóa', en: 'Wifi at cultural houses' },
  lead: {
    vi: 'Cần đi kiểm tra {count} trên {all} nhà văn hóa: chưa ai kiểm tra, hoặc lần gần nhất đã quá {days} ngày.',
    en: '{count} of {all} houses need a visit: never checked, or not within the last {days} days.'
  },
  loading: { vi: 'Đang tải danh sách nhà văn hóa', en: 'Loading the cultural houses' },
  none: {
    vi: 'Xã chưa có nhà văn hóa nào trong dữ liệu. Người quản trị nạp danh sách bằng lệnh nạp dữ liệu.',
    en: 'The commune’s data name no cultural house yet. The administrator takes the list in with the import command.'
  },
  show: { vi: 'Nêu', en: 'Show' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  everyCommune: { vi: 'Mọi xã, phường', en: 'Every commune' },
  village: { vi: 'Thôn', en: 'Village' },
  everyVillage: { vi: 'Mọi thôn', en: 'Every village' },
  days: { vi: 'Hạn kiểm tra (ngày)', en: 'A check counts for (days)' },
  badDays: { vi: 'Hãy ghi số ngày từ 1 đến 3650.', en: 'Give a number of days from 1 to 3650.' },
  shown: { vi: '{count} nhà văn hóa theo lựa chọn này', en: '{count} houses meet this choice' },
  sheets: { vi: 'In {count} bảng mã QR (A4)', en: 'Print {count} QR sheets (A4)' },
  download: { vi: 'Tải bảng CSV', en: 'Download the table (CSV)' },
  declared: { vi: 'Khai báo: {wifi} ({day})', en: 'Declared: {wifi} ({day})' },
  checked: { vi: 'Kiểm tra gần nhất: {day}, {days} ngày trước', en: 'Last check: {day}, {days} days ago' },
  checkedToday: { vi: 'Kiểm tra gần nhất: hôm nay', en: 'Last check: today' },
  never: { vi: 'Chưa ai kiểm tra', en: 'Nobody has checked' },
  rates: { vi: 'tải xuống {down}, tải lên {up}', en: 'down {down}, up {up}' },
  noRate: { vi: 'chưa đo', en: 'not measured' },
  checkedOn: { vi: 'Ngày kiểm tra', en: 'Day of the check' },
  by: { vi: 'người kiểm tra: {name}', en: 'checked by {name}' },
  byKey: { vi: 'người có mặt, bằng mã trên bảng', en: 'somebody with the code on the wall' },
  record: { vi: 'Ghi nhận kiểm tra', en: 'Record a check' },
  sheet: { vi: 'Bảng mã QR (A4)', en: 'QR sheet (A4)' },
  renew: { vi: 'Đổi mã', en: 'Renew the code' },
  renewTitle: { vi: 'Đổi mã của {name}?', en: 'Renew the code of {name}?' },
  renewText: {
    vi: 'Bảng đang treo sẽ không dùng được nữa; sau khi đổi, hãy in bảng mới và thay trên tường.',
    en: 'The sheet on the wall will open nothing any more; print the new one afterwards and put it up.'
  },
  renewed: { vi: 'Đã đổi mã. Hãy in bảng mới.', en: 'The code is new. Print the new sheet.' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  recordTitle: { vi: 'Kiểm tra Wifi tại {name}', en: 'Wifi check at {name}' },
  found: { vi: 'Kết quả', en: 'Result' },
  reachable: { vi: 'Vào được Wifi', en: 'Wifi reachable' },
  notReachable: { vi: 'Không vào được', en: 'Not reachable' },
  down: { vi: 'Tải xuống (Mbit/s), nếu có đo', en: 'Down (Mbit/s), where measured' },
  up: { vi: 'Tải lên (Mbit/s), nếu có đo', en: 'Up (Mbit/s), where measured' },
  notANumber: { vi: 'Hãy ghi một số lớn hơn 0, ví dụ 25,5.', en: 'Give a number above 0, such as 25.5.' },
  network: { vi: 'Tên mạng Wifi', en: 'Name of the network' },
  save: { vi: 'Ghi nhận', en: 'Record' },
  doneOf: { vi: '{name}: {sentence}', en: '{name}: {sentence}' },
  saved: { vi: 'Đã ghi nhận.', en: 'Recorded.' }
} as const satisfies Record<string, Message>

/** What is declared. */
export const wifiMessages: Readonly<Record<HouseOfList['wifi'], Message>> = {
  yes: { vi: 'có Wifi miễn phí', en: 'has free Wifi' },
  no: { vi: 'không có Wifi', en: 'no Wifi' },
  unknown: { vi: 'chưa rõ', en: 'not known' }
}

/** What is known of the Wifi today. */
export const stateMessages: Readonly<Record<HouseOfList['state'], Message>> = {
  working: { vi: 'Đang hoạt động', en: 'Working' },
  failing: { vi: 'Không vào được', en: 'Not reachable' },
  overdue: { vi: 'Quá hạn kiểm tra', en: 'Check overdue' },
  never: { vi: 'Chưa kiểm tra', en: 'Never checked' },
  none: { vi: 'Không có Wifi', en: 'No Wifi' }
}

/** Parts of the list. */
export const showMessages: Readonly<Record<HousesShown, Message>> = {
  all: { vi: 'Mọi nhà văn hóa', en: 'Every house' },
  due: { vi: 'Cần đi kiểm tra', en: 'Those that need a visit' },
  never: { vi: 'Chưa ai kiểm tra', en: 'Never checked' },
  older: { vi: 'Kiểm tra đã quá {days} ngày', en: 'Checked more than {days} days ago' },
  failing: { vi: 'Không vào được Wifi', en: 'Wifi not reachable' }
}
