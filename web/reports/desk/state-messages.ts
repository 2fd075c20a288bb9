/** States of a report as staff read them, and what can be done with it. */
export const stateMessages = {
  new: { vi: 'Mới', en: 'New' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  assigned: { vi: 'Đã phân công', en: 'Assigned' },
  in_progress: { vi: 'Đang xử lý', en: 'In progress' },
  waiting_for_reporter: { vi: 'Chờ người gửi bổ sung', en: 'Waiting for the reporter' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  closed_unresolved: { vi: 'Kết thúc, chưa giải quyết được', en: 'Closed, not resolved' },
  duplicate: { vi: 'Trùng, đã gộp', en: 'Duplicate, merged' },
  out_of_scope: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' }
} as const

/** On the button. */
export const actionMessages = {
  receive: { vi: 'Tiếp nhận', en: 'Receive' },
  assign: { vi: 'Phân công', en: 'Assign' },
  start: { vi: 'Bắt đầu xử lý', en: 'Start' },
  ask: { vi: 'Hỏi lại người gửi', en: 'Ask the reporter' },
  resume: { vi: 'Tiếp tục xử lý', en: 'Go on' },
  resolve: { vi: 'Báo đã giải quyết', en: 'Resolve' },
  close: { vi: 'Đóng', en: 'Close' },
  close_unresolved: { vi: 'Kết thúc, chưa giải quyết được', en: 'Close as not resolved' },
  out_of_scope: { vi: 'Chuyển cơ quan khác', en: 'Hand to another body' },
  reopen: { vi: 'Mở lại', en: 'Reopen' },
  merge: { vi: 'Gộp vào phản ánh khác', en: 'Merge into another' },
  unmerge: { vi: 'Tách ra khỏi phản ánh đã gộp', en: 'Undo the merging' },
  approve: { vi: 'Duyệt công khai', en: 'Approve for the public' },
  withdraw_approval: { vi: 'Rút khỏi công khai', en: 'Take back from the public' },
  approve_result: { vi: 'Duyệt kết quả', en: 'Approve the result' },
  edit: { vi: 'Sửa thông tin', en: 'Edit' },
  boxes: { vi: 'Che mặt, biển số', en: 'Cover faces and plates' }
} as const

/** What the form of an action says above its fields. */
export const actionLeads = {
  ask: {
    vi: 'Người gửi thấy câu hỏi này khi mở mã theo dõi. Đồng hồ tạm dừng cho đến khi có trả lời.',
    en: 'The reporter reads this by the tracking code. The clock rests until there is an answer.'
  },
  resolve: {
    vi: 'Cần ảnh sau xử lý, chụp trong vòng 30 m quanh vị trí; nếu không có, ghi rõ lý do.',
    en: 'A picture after, taken within 30 m of the place, is needed; or the reason why there is none.'
  },
  close: {
    vi: 'Đóng phản ánh đã giải quyết. Sau đó không mở lại được nữa.',
    en: 'Closes a resolved report. It cannot be reopened after that.'
  },
  close_unresolved: {
    vi: 'Nói thật vì sao chưa giải quyết được. Phản ánh này không được tính là đã giải quyết.',
    en: 'Say honestly why it could not be resolved. It is never counted as solved.'
  },
  out_of_scope: {
    vi: 'Việc thuộc thẩm quyền của cơ quan ngoài xã. Ghi rõ đã chuyển cho ai.',
    en: 'It belongs to a body outside the commune. Say to whom it was handed.'
  },
  reopen: {
    vi: 'Mở lại một lần, trong vòng 30 ngày kể từ khi giải quyết.',
    en: 'Once, within 30 days after it was resolved.'
  },
  merge: {
    vi: 'Giữ nguyên mọi người gửi, ảnh và mã theo dõi; có thể tách lại như cũ.',
    en: 'All reporters, pictures and codes are kept; it can be undone without loss.'
  },
  approve: {
    vi: 'Sau khi duyệt, ai cũng xem được nội dung, vị trí và các ảnh được chọn. Kiểm tra mặt người, biển số, tên, số điện thoại.',
    en: 'Then anyone can see the text, the place and the chosen pictures. Look for faces, plates, names, phone numbers.'
  },
  withdraw_approval: {
    vi: 'Phản ánh và ảnh của nó không còn hiện trên trang công khai.',
    en: 'The report and its pictures leave the public pages.'
  },
  approve_result: {
    vi: 'Công khai lời trả lời và ảnh sau xử lý.',
    en: 'Publishes the answer and the pictures after.'
  },
  assign: {
    vi: 'Chọn đơn vị; có thể chọn luôn người phụ trách.',
    en: 'Choose the unit, and the person if you like.'
  },
  edit: {
    vi: 'Lời và vị trí gốc của người gửi vẫn được giữ.',
    en: 'The reporter’s own words and place are kept.'
  }
} as const

/** What happened, by the kind of the event. */
export const eventMessages = {
  taken_in: { vi: 'Phản ánh được gửi đến', en: 'Sent in' },
  handed_in: { vi: 'Hệ thống khác cho biết thêm', en: 'The other system adds' },
  contact_removed: {
    vi: 'Đã xóa dữ liệu cá nhân của người gửi',
    en: 'The reporter’s personal data was removed'
  },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  assigned: { vi: 'Đã phân công', en: 'Assigned' },
  started: { vi: 'Bắt đầu xử lý', en: 'Started' },
  asked: { vi: 'Hỏi lại người gửi', en: 'The reporter was asked' },
  answered: { vi: 'Người gửi trả lời', en: 'The reporter answered' },
  resumed: { vi: 'Tiếp tục xử lý', en: 'Taken up again' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  confirmed: { vi: 'Người gửi xác nhận đã giải quyết', en: 'The reporter confirms' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
  closed_unresolved: { vi: 'Kết thúc, chưa giải quyết được', en: 'Closed, not resolved' },
  out_of_scope: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' },
  reopened: { vi: 'Mở lại', en: 'Reopened' },
  merged: { vi: 'Đã gộp vào', en: 'Merged into' },
  unmerged: { vi: 'Đã tách ra', en: 'Merging undone' },
  approved: { vi: 'Đã duyệt công khai', en: 'Approved for the public' },
  approval_withdrawn: { vi: 'Đã rút khỏi công khai', en: 'Taken back from the public' },
  result_approved: { vi: 'Đã duyệt kết quả', en: 'Result approved' },
  edited: { vi: 'Đã sửa thông tin', en: 'Edited' },
  boxes: { vi: 'Đã vẽ ô che trên ảnh', en: 'Boxes drawn on a picture' },
  file_received: { vi: 'Nhận đủ một tệp', en: 'A file arrived' },
  witness: { vi: 'Thêm một người cũng thấy', en: 'Somebody else saw it too' }
} as const

export const channelMessages = {
  web: { vi: 'Trang web', en: 'Web' },
  staff: { vi: 'Cán bộ', en: 'Staff' },
  desk: { vi: 'Tại quầy', en: 'At the desk' },
  phone_call: { vi: 'Điện thoại', en: 'By phone' },
  open311: { vi: 'Hệ thống khác', en: 'Another system' },
  demo: { vi: 'Minh họa', en: 'Illustration' }
} as const
