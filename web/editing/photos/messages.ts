import type { PhotoEvent } from '../../../server/editing/photos/contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'
import { pictureMessages } from '../../pictures/messages.ts'

/** Words of the photos of a place, beside those of all pictures. */
export const photoMessages = {
  ...pictureMessages,
  photos: { vi: 'Ảnh', en: 'Photos' },
  loading: { vi: 'Đang tải ảnh của địa điểm', en: 'Loading the place’s photos' },
  forAll: {
    vi: 'Ảnh hiện cho mọi người khi mở địa điểm trên bản đồ. Bản gốc được lưu trữ kèm mã kiểm tra; ảnh công khai không còn vị trí và thông tin máy ảnh.',
    en: 'Everybody sees them who opens the place on the map. Originals are archived with their checksum; public photos carry no position or camera data.'
  },
  forStaff: {
    vi: 'Ảnh camera cho thấy kiểu máy và hướng nhìn, nên chỉ cán bộ quản lý địa điểm xem được; không ảnh nào được công khai.',
    en: 'Photos of cameras show the model and where it looks, so only staff who keep places see them; none is ever public.'
  },
  none: { vi: 'Địa điểm này chưa có ảnh.', en: 'This place has no photo yet.' },
  add: { vi: 'Thêm ảnh', en: 'Add a photo' },
  publish: { vi: 'Đưa ảnh lên', en: 'Put it up' },
  added: { vi: 'Đã thêm ảnh.', en: 'The photo is added.' },
  cover: { vi: 'Ảnh đầu', en: 'First photo' },
  makeCover: { vi: 'Đặt làm ảnh đầu', en: 'Make it the first' },
  withdrawTitle: { vi: 'Gỡ ảnh này?', en: 'Take this photo down?' },
  withdrawText: {
    vi: 'Ảnh không còn hiện ngay sau khi gỡ. Bản gốc, lời đã ghi và lý do gỡ vẫn được lưu trữ.',
    en: 'It is shown no more at once. The original, what was said of it and why it went stay archived.'
  },
  outdated: {
    vi: 'Người khác vừa sửa ảnh của địa điểm này nên chưa lưu. Danh sách dưới đây là bản mới; hãy xem lại rồi làm lại nếu còn cần.',
    en: 'Somebody else has just changed this place’s photos, so nothing was saved. The list below is the new one; look at it and do it again where it is still needed.'
  },
  history: { vi: 'Lịch sử ảnh ({count})', en: 'History of the photos ({count})' },
  event: { vi: '{action}: {alt}', en: '{action}: {alt}' },
  by: { vi: '{who}, {when}', en: '{who}, {when}' },
  because: { vi: 'Lý do: {reason}', en: 'Why: {reason}' }
} as const

/** What was done to a photo. */
export const eventMessages: Readonly<Record<PhotoEvent['action'], Message>> = {
  add: { vi: 'Thêm ảnh', en: 'Added' },
  change: { vi: 'Sửa lời', en: 'Changed what is said' },
  order: { vi: 'Xếp lại, ảnh đầu', en: 'Put in order, first' },
  withdraw: { vi: 'Gỡ ảnh', en: 'Took down' }
}
