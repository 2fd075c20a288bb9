/** Words for two people who change one thing at a time. */
export const metMessages = {
  metTitle: {
    vi: 'Người khác vừa lưu thay đổi; chưa lưu của ông/bà',
    en: 'Somebody else has just saved; yours is not saved yet'
  },
  metChoose: {
    vi: 'Hai người đã sửa khác nhau ở những ô sau. Hãy chọn ở từng ô rồi lưu lần nữa.',
    en: 'You two changed these fields differently. Choose for each, then save again.'
  },
  metLook: {
    vi: 'Không ô nào trái nhau. Hãy xem lại rồi lưu lần nữa.',
    en: 'No field contradicts another. Look at it, then save again.'
  },
  metTaken: { vi: 'Đã lấy theo bản vừa lưu: {fields}.', en: 'Taken from what was saved: {fields}.' },
  mine: { vi: 'Của ông/bà:', en: 'Yours:' },
  theirs: { vi: 'Vừa lưu:', en: 'Just saved:' }
} as const
