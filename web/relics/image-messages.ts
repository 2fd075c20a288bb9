import type { ImageKind } from '../../server/relics/image-contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'
import { pictureMessages } from '../pictures/messages.ts'

/** Words of the section where a relic's images are put up, with those of all pictures. */
export const imageMessages = {
  ...pictureMessages,
  back: { vi: 'Danh sách di tích', en: 'List of relics' },
  title: { vi: 'Trang di tích: {name}', en: 'Page of the relic: {name}' },
  images: { vi: 'Ảnh', en: 'Images' },
  titleOnly: { vi: 'Trang di tích', en: 'Page of a relic' },
  lead: {
    vi: '{count}/5 ảnh từ 0,95 triệu điểm ảnh. Ảnh đầu là ảnh bìa. Bản gốc được lưu trữ kèm mã kiểm tra; ảnh công khai không còn vị trí và thông tin máy ảnh.',
    en: '{count} of 5 images of 0.95 megapixel. The first image is the cover. Originals are archived with their checksum; public images carry no position or camera data.'
  },
  loading: { vi: 'Đang tải ảnh của di tích', en: 'Loading the relic’s images' },
  none: {
    vi: 'Di tích này chưa có ảnh nào. Hãy thêm ảnh đầu tiên: nó sẽ là ảnh bìa.',
    en: 'This relic has no image yet. Add the first one: it becomes the cover.'
  },
  page: { vi: 'Xem trang công khai', en: 'Open the public page' },
  add: { vi: 'Thêm ảnh', en: 'Add an image' },
  publish: { vi: 'Đưa ảnh lên trang', en: 'Put it on the page' },
  added: { vi: 'Đã đưa ảnh lên trang di tích.', en: 'The image is on the relic’s page.' },
  kind: { vi: 'Loại', en: 'What it is' },
  cover: { vi: 'Ảnh bìa', en: 'Cover' },
  tooSmall: {
    vi: 'Nhỏ hơn 0,95 triệu điểm ảnh: chưa tính vào 5 ảnh',
    en: 'Smaller than 0.95 megapixel: not one of the 5'
  },
  makeCover: { vi: 'Đặt làm ảnh bìa', en: 'Make it the cover' },
  withdrawTitle: { vi: 'Gỡ ảnh này khỏi trang?', en: 'Take this image off the page?' },
  withdrawText: {
    vi: 'Ảnh không còn công khai ngay sau khi gỡ. Bản gốc và lời đã ghi vẫn được lưu trữ; số liệu của những ngày trước không đổi.',
    en: 'It is public no more at once. The original and what was said of it stay archived; figures of earlier days do not change.'
  },
  outdated: {
    vi: 'Người khác vừa sửa ảnh của di tích này nên chưa lưu. Danh sách dưới đây là bản mới; hãy xem lại rồi làm lại nếu còn cần.',
    en: 'Somebody else has just changed this relic’s images, so nothing was saved. The list below is the new one; look at it and do it again where it is still needed.'
  }
} as const

/** What an image is. */
export const kindMessages: Readonly<Record<ImageKind, Message>> = {
  image: { vi: 'Ảnh chụp hoặc bản vẽ', en: 'Photo or drawing' },
  document: { vi: 'Văn bản quét (quyết định, hồ sơ)', en: 'Scanned document (decision, record)' }
}
