/** Words of the form that approves for the public. */
export const messages = {
  publicText: { vi: 'Viết lại lời công khai', en: 'Other words for the public' },
  publicTextHint: {
    vi: 'Bỏ trống thì đăng nguyên lời dưới đây.',
    en: 'Left empty, the words below are published as they are.'
  },
  keptHint: {
    vi: 'Bỏ trống thì giữ nguyên lời đã công khai.',
    en: 'Left empty, the words that are public stay.'
  },
  willBePublic: { vi: 'Lời sẽ công khai', en: 'The words that will be public' },
  noWords: { vi: 'Không có lời nào được công khai.', en: 'No words will be public.' },
  copyWords: { vi: 'Chép để sửa', en: 'Copy to edit' },
  numbers: {
    vi: 'Có số giống số điện thoại hoặc số giấy tờ: {numbers}. Hãy viết lại, bỏ số ấy, trước khi duyệt.',
    en: 'This looks like a phone or identity number: {numbers}. Write other words without it before you approve.'
  },
  pictures: { vi: 'Ảnh sẽ công khai', en: 'Pictures to publish' },
  picturesHint: {
    vi: 'Chỉ đánh dấu ảnh đã xem kỹ: không có mặt người, biển số, hoặc đã che.',
    en: 'Tick only what you have looked at: no faces, no plates, or covered.'
  },
  noPictures: {
    vi: 'Chưa đánh dấu ảnh nào: sẽ không công khai ảnh.',
    en: 'None is ticked: no picture is published.'
  },
  picturesComing: {
    vi: 'Còn {n} ảnh chưa về tới máy chủ. Ảnh về sau chỉ công khai khi được duyệt lại.',
    en: 'Pictures not here yet: {n}. One that comes later is public only when it is approved too.'
  },
  publishThis: { vi: 'Công khai ảnh {n}', en: 'Publish picture {n}' }
} as const
