import type { Licence } from '../../server/http/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the forms in which staff put pictures up; of other media where they do not say otherwise. */
export const pictureMessages = {
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
    vi: 'Máy chủ đang lưu bản gốc và làm bản hiển thị …',
    en: 'The server keeps the original and makes the image that is shown …'
  },
  altVi: { vi: 'Mô tả ảnh bằng tiếng Việt (bắt buộc)', en: 'What it shows, in Vietnamese (required)' },
  altHint: {
    vi: 'Đọc cho người không nhìn thấy ảnh: ảnh chụp gì, từ phía nào.',
    en: 'Read to whoever cannot see it: what it shows, from which side.'
  },
  altEn: { vi: 'Mô tả ảnh bằng tiếng Anh', en: 'What it shows, in English' },
  captionVi: { vi: 'Chú thích dưới ảnh (tiếng Việt)', en: 'Caption in Vietnamese' },
  captionEn: { vi: 'Chú thích dưới ảnh (tiếng Anh)', en: 'Caption in English' },
  author: { vi: 'Tác giả (bắt buộc)', en: 'Author (required)' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  takenOn: { vi: 'Ngày chụp', en: 'Taken on' },
  size: { vi: '{width} × {height} điểm ảnh', en: '{width} × {height} pixels' },
  edit: { vi: 'Sửa lời: {alt}', en: 'Edit: {alt}' },
  editShort: { vi: 'Sửa lời', en: 'Edit' },
  moveUp: { vi: 'Chuyển lên trước: {alt}', en: 'Move up: {alt}' },
  moveDown: { vi: 'Chuyển ra sau: {alt}', en: 'Move down: {alt}' },
  nowAt: { vi: '{alt}: nay đứng thứ {place} trong {count}.', en: '{alt}: now {place} of {count}.' },
  gone: { vi: 'Đã gỡ: {alt}.', en: 'Taken down: {alt}.' },
  withdraw: { vi: 'Gỡ ảnh', en: 'Take down' },
  reason: { vi: 'Lý do gỡ (bắt buộc)', en: 'Why (required)' },
  reasonHint: {
    vi: 'Một câu, ít nhất 5 ký tự; lưu trong lịch sử.',
    en: 'A sentence of 5 characters or more; kept in the history.'
  },
  save: { vi: 'Lưu', en: 'Save' },
  saving: { vi: 'Đang lưu …', en: 'Saving …' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  nothing: { vi: '(để trống)', en: '(empty)' },
  takenUp: {
    vi: 'Đây là những gì ông/bà đã viết lần trước mà chưa lưu.',
    en: 'This is what you wrote the last time and did not save.'
  },
  chooseAgain: {
    vi: 'Lời đã viết lần trước mà chưa lưu vẫn còn. Hãy chọn lại tệp để tiếp tục.',
    en: 'What you wrote the last time and did not save is still here. Choose the file again to go on.'
  },
  giveUp: { vi: 'Bỏ lời chưa lưu', en: 'Give it up' }
} as const

/** What the buttons of a medium are called, which differs by what it is; `makeCover`: the first one is the cover. */
export type MediumWords = Readonly<
  Record<'withdraw' | 'withdrawTitle' | 'withdrawText', Message> & Partial<Record<'makeCover', Message>>
>

/** What a licence is called. */
export const licenceMessages: Readonly<Record<Licence, Message>> = {
  'CC0 1.0': { vi: 'CC0 1.0 (không giữ bản quyền)', en: 'CC0 1.0 (no rights reserved)' },
  'CC BY 4.0': { vi: 'CC BY 4.0 (ghi tên tác giả)', en: 'CC BY 4.0 (name the author)' },
  'CC BY-SA 4.0': {
    vi: 'CC BY-SA 4.0 (ghi tên, chia sẻ tương tự)',
    en: 'CC BY-SA 4.0 (name the author, share alike)'
  },
  permission: {
    vi: 'Giữ bản quyền, được phép công bố',
    en: 'All rights reserved, published with permission'
  }
}
