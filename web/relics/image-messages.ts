import type { ImageKind } from '../../server/relics/image-contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the section where a relic's images are put up. */
export const imageMessages = {
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
  choose: { vi: 'Chọn ảnh từ máy', en: 'Choose an image' },
  chooseHint: {
    vi: 'JPEG, PNG, WebP hoặc AVIF; tối đa 20 MB và 60 triệu điểm ảnh.',
    en: 'JPEG, PNG, WebP or AVIF; at most 20 MB and 60 megapixels.'
  },
  chosen: { vi: 'Ảnh đã chọn: {name}', en: 'Chosen: {name}' },
  tooLarge: {
    vi: 'Ảnh lớn quá 20 MB. Hãy thu nhỏ ảnh rồi chọn lại.',
    en: 'The image is larger than 20 MB. Make it smaller and choose it again.'
  },
  sendBroke: {
    vi: 'Chưa gửi xong ảnh vì đường truyền chậm hoặc bị ngắt. Hãy thử lại khi mạng tốt hơn, hoặc thu nhỏ ảnh.',
    en: 'The image did not get through: the line is slow or was cut. Try again on a better line, or make the image smaller.'
  },
  sending: { vi: 'Đang gửi ảnh: {percent} %', en: 'Sending the image: {percent} %' },
  making: {
    vi: 'Máy chủ đang lưu bản gốc và làm ảnh công khai …',
    en: 'The server keeps the original and makes the public image …'
  },
  publish: { vi: 'Đưa ảnh lên trang', en: 'Put it on the page' },
  added: { vi: 'Đã đưa ảnh lên trang di tích.', en: 'The image is on the relic’s page.' },
  altVi: { vi: 'Mô tả ảnh bằng tiếng Việt (bắt buộc)', en: 'What it shows, in Vietnamese (required)' },
  altHint: {
    vi: 'Đọc cho người không nhìn thấy ảnh: ảnh chụp gì, từ phía nào.',
    en: 'Read to whoever cannot see it: what it shows, from which side.'
  },
  altEn: { vi: 'Mô tả ảnh bằng tiếng Anh', en: 'What it shows, in English' },
  captionVi: { vi: 'Chú thích dưới ảnh (tiếng Việt)', en: 'Caption in Vietnamese' },
  captionEn: { vi: 'Chú thích dưới ảnh (tiếng Anh)', en: 'Caption in English' },
  kind: { vi: 'Loại', en: 'What it is' },
  author: { vi: 'Tác giả (bắt buộc)', en: 'Author (required)' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  takenOn: { vi: 'Ngày chụp', en: 'Taken on' },
  cover: { vi: 'Ảnh bìa', en: 'Cover' },
  size: { vi: '{width} × {height} điểm ảnh', en: '{width} × {height} pixels' },
  tooSmall: {
    vi: 'Nhỏ hơn 0,95 triệu điểm ảnh: chưa tính vào 5 ảnh',
    en: 'Smaller than 0.95 megapixel: not one of the 5'
  },
  edit: { vi: 'Sửa lời: {alt}', en: 'Edit: {alt}' },
  editShort: { vi: 'Sửa lời', en: 'Edit' },
  makeCover: { vi: 'Đặt làm ảnh bìa', en: 'Make it the cover' },
  moveUp: { vi: 'Chuyển lên trước: {alt}', en: 'Move up: {alt}' },
  moveDown: { vi: 'Chuyển ra sau: {alt}', en: 'Move down: {alt}' },
  withdraw: { vi: 'Gỡ ảnh', en: 'Take down' },
  withdrawTitle: { vi: 'Gỡ ảnh này khỏi trang?', en: 'Take this image off the page?' },
  withdrawText: {
    vi: 'Ảnh không còn công khai ngay sau khi gỡ. Bản gốc và lời đã ghi vẫn được lưu trữ; số liệu của những ngày trước không đổi.',
    en: 'It is public no more at once. The original and what was said of it stay archived; figures of earlier days do not change.'
  },
  save: { vi: 'Lưu', en: 'Save' },
  saving: { vi: 'Đang lưu …', en: 'Saving …' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
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
