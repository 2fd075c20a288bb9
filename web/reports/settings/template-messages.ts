/** Words about the templates for answers. */
export const templateMessages = {
  lead: {
    vi: 'Câu trả lời soạn sẵn mà cán bộ chọn khi hỏi lại, ghi kết quả hoặc kết thúc phản ánh; chọn rồi vẫn sửa được.',
    en: 'Ready answers that staff choose when they ask back, resolve or close a report; they can still change them there.'
  },
  add: { vi: 'Thêm mẫu', en: 'Add a template' },
  addTitle: { vi: 'Thêm mẫu trả lời', en: 'Add an answer template' },
  editTitle: { vi: 'Sửa mẫu «{name}»', en: 'Edit the template “{name}”' },
  none: {
    vi: 'Chưa có mẫu trả lời nào. Khi chưa có mẫu, cán bộ tự soạn từng câu.',
    en: 'No templates yet. Until there are some, staff write every answer themselves.'
  },
  title: { vi: 'Tên mẫu', en: 'Title' },
  titleHint: {
    vi: 'Cán bộ thấy tên này trong danh sách chọn.',
    en: 'Staff see it in the list that they choose from.'
  },
  text: { vi: 'Nội dung gửi người dân', en: 'Text sent to the reporter' },
  category: { vi: 'Dùng cho loại phản ánh', en: 'For the category' },
  everyCategory: { vi: 'Mọi loại phản ánh', en: 'Every category' },
  scope: { vi: 'Dùng ở', en: 'Used in' },
  create: { vi: 'Thêm', en: 'Add' },
  added: { vi: 'Đã thêm mẫu «{name}».', en: 'The template “{name}” is added.' },
  saved: { vi: 'Đã lưu mẫu «{name}».', en: 'The template “{name}” is saved.' },
  end: { vi: 'Bỏ mẫu', en: 'End' },
  endOf: { vi: 'Bỏ mẫu {name}', en: 'End the template {name}' },
  endTitle: { vi: 'Bỏ mẫu «{name}»?', en: 'End the template “{name}”?' },
  endText: {
    vi: 'Cán bộ không chọn được mẫu này nữa. Câu trả lời đã gửi không đổi.',
    en: 'Staff cannot choose it any more. Answers that were sent stay as they are.'
  },
  ended: { vi: 'Đã bỏ mẫu «{name}».', en: 'The template “{name}” has ended.' }
} as const
