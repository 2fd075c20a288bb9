/** Words that the sections of the settings share. */
export const messages = {
  title: { vi: 'Cài đặt', en: 'Settings' },
  sections: { vi: 'Các phần cài đặt', en: 'Sections of the settings' },
  categories: { vi: 'Loại phản ánh', en: 'Categories' },
  units: { vi: 'Đơn vị tiếp nhận', en: 'Receiving units' },
  templates: { vi: 'Mẫu trả lời', en: 'Answer templates' },
  keys: { vi: 'Khóa Open311', en: 'Open311 keys' },
  calendar: { vi: 'Lịch làm việc', en: 'Working calendar' },
  embed: { vi: 'Nhúng bản đồ', en: 'Embedding' },
  personal: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  edit: { vi: 'Sửa', en: 'Edit' },
  editOf: { vi: 'Sửa {name}', en: 'Edit {name}' },
  save: { vi: 'Lưu', en: 'Save' },
  saveAgain: { vi: 'Lưu lần nữa', en: 'Save again' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  allCommunes: { vi: 'Mọi xã, phường', en: 'Every commune' },
  sharedOnly: {
    vi: 'Phần này dùng chung cho mọi xã nên ông/bà chỉ xem được. Muốn sửa, hãy đề nghị quản trị viên phụ trách mọi xã.',
    en: 'This is shared by all communes, so you can only read it. To change it, ask an administrator of all communes.'
  }
} as const
