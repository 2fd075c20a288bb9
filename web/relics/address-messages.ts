/** Words of the section where the address of a relic's page is changed. */
export const addressMessages = {
  title: { vi: 'Địa chỉ trang', en: 'Address of the page' },
  now: { vi: 'Địa chỉ hiện nay', en: 'The address now' },
  lead: {
    vi: 'Khi đổi, mọi địa chỉ cũ và mã QR đã in vẫn dẫn tới trang này.',
    en: 'When it is changed, all earlier addresses and printed QR codes still lead to this page.'
  },
  loading: { vi: 'Đang tải địa chỉ của trang', en: 'Loading the address of the page' },
  earlier: {
    vi: 'Địa chỉ cũ, vẫn dẫn tới trang này: {list}',
    en: 'Earlier addresses, which still lead here: {list}'
  },
  field: { vi: 'Địa chỉ mới (phần sau /di-tich/)', en: 'New address (what follows /di-tich/)' },
  hint: {
    vi: 'Chữ thường không dấu, chữ số và dấu gạch nối giữa các từ; nhiều nhất 60 ký tự. Ví dụ: den-thuong.',
    en: 'Lower case letters without marks, digits and hyphens between words; at most 60 characters. For example: den-thuong.'
  },
  empty: { vi: 'Hãy nhập địa chỉ mới.', en: 'Enter the new address.' },
  same: {
    vi: 'Đây đang là địa chỉ của trang. Muốn đổi thì hãy nhập địa chỉ khác.',
    en: 'The page has this address already. Enter another one to change it.'
  },
  change: { vi: 'Đổi địa chỉ', en: 'Change the address' },
  changing: { vi: 'Đang đổi …', en: 'Changing …' },
  changed: {
    vi: 'Đã đổi địa chỉ. Địa chỉ cũ {old} từ nay dẫn tới {now}.',
    en: 'The address is changed. The earlier one {old} now leads to {now}.'
  }
} as const
