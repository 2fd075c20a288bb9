import type { AuditAction } from '../../server/accounts/audit-contract.ts'
import type { AuditEntry } from '../../server/accounts/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** What was done, as a sentence of the log begins. */
export const auditActions: Record<AuditAction, Message> = {
  'session.begin': { vi: 'Đăng nhập', en: 'Signed in' },
  'session.end': { vi: 'Đăng xuất', en: 'Signed out' },
  'session.end_all': { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Signed out everywhere' },
  'session.blocked': {
    vi: 'Tạm ngừng nhận đăng nhập vì sai nhiều lần',
    en: 'Sign-in held up after wrong guesses'
  },
  'account.create': { vi: 'Tạo tài khoản', en: 'Created an account' },
  'account.change': { vi: 'Sửa tài khoản', en: 'Changed an account' },
  'account.link': { vi: 'Cấp đường dẫn đặt mật khẩu', en: 'Made a password link' },
  'account.password': { vi: 'Đổi mật khẩu', en: 'Changed the password' },
  'account.password_by_link': { vi: 'Đặt mật khẩu bằng đường dẫn', en: 'Set a password by the link' },
  'account.second_factor_on': { vi: 'Bật xác thực hai bước', en: 'Turned two-step sign-in on' },
  'account.second_factor_off': { vi: 'Tắt xác thực hai bước', en: 'Turned two-step sign-in off' },
  'unit.create': { vi: 'Thêm đơn vị', en: 'Added a unit' },
  'unit.change': { vi: 'Sửa đơn vị', en: 'Changed a unit' },
  'import.publish': { vi: 'Nạp dữ liệu bản đồ', en: 'Imported map data' },
  'import.undo': { vi: 'Hoàn tác lần nạp dữ liệu', en: 'Took an import back' },
  'place.create': { vi: 'Thêm địa điểm', en: 'Added a place' },
  'place.change': { vi: 'Sửa địa điểm', en: 'Changed a place' },
  'place.end': { vi: 'Kết thúc hiệu lực của địa điểm', en: 'Ended a place' },
  'place.restore': { vi: 'Khôi phục bản trước của địa điểm', en: 'Restored an earlier version of a place' },
  'place_photo.add': { vi: 'Thêm ảnh địa điểm', en: 'Added a photo of a place' },
  'place_photo.change': { vi: 'Sửa lời của ảnh địa điểm', en: 'Changed what is said of a place’s photo' },
  'place_photo.order': { vi: 'Sắp lại thứ tự ảnh địa điểm', en: 'Put a place’s photos in another order' },
  'place_photo.withdraw': { vi: 'Gỡ ảnh địa điểm', en: 'Took a photo of a place down' },
  'relic.address': { vi: 'Đổi địa chỉ trang di tích', en: 'Changed the address of a relic’s page' },
  'relic.export': { vi: 'Xuất di tích ra túi BagIt', en: 'Exported relics as a BagIt bag' },
  'relic.take_in': { vi: 'Nạp di tích từ túi BagIt', en: 'Took relics in from a BagIt bag' },
  'relic_image.add': { vi: 'Thêm ảnh di tích', en: 'Added an image of a relic' },
  'relic_image.change': { vi: 'Sửa lời của ảnh di tích', en: 'Changed what is said of a relic’s image' },
  'relic_image.order': { vi: 'Sắp lại thứ tự ảnh di tích', en: 'Put a relic’s images in another order' },
  'relic_image.withdraw': { vi: 'Gỡ ảnh di tích', en: 'Took an image of a relic down' },
  'relic_tour.create': { vi: 'Lập tuyến tham quan', en: 'Made a tour of relics' },
  'relic_tour.change': { vi: 'Sửa tuyến tham quan', en: 'Changed a tour of relics' },
  'relic_tour.publish': { vi: 'Công bố tuyến tham quan', en: 'Published a tour of relics' },
  'relic_tour.withdraw': { vi: 'Thôi công bố tuyến tham quan', en: 'Withdrew a tour of relics' },
  'relic_exhibit.add': {
    vi: 'Thêm âm thanh, ảnh 360° hoặc mô hình 3D của di tích',
    en: 'Added a sound, 360° view or 3D model of a relic'
  },
  'relic_exhibit.change': {
    vi: 'Sửa lời của âm thanh, ảnh 360° hoặc mô hình 3D của di tích',
    en: 'Changed what is said of a relic’s sound, 360° view or 3D model'
  },
  'relic_exhibit.order': {
    vi: 'Sắp lại thứ tự âm thanh, ảnh 360° và mô hình 3D của di tích',
    en: 'Put a relic’s sounds, 360° views and 3D models in another order'
  },
  'relic_exhibit.withdraw': {
    vi: 'Gỡ âm thanh, ảnh 360° hoặc mô hình 3D của di tích',
    en: 'Took a sound, 360° view or 3D model of a relic down'
  },
  'relic_memory.add': { vi: 'Thêm lời kể về di tích', en: 'Added a memory of a relic' },
  'relic_memory.change': { vi: 'Sửa lời kể về di tích', en: 'Changed a memory of a relic' },
  'relic_memory.show': { vi: 'Duyệt lời kể về di tích', en: 'Approved a memory of a relic' },
  'relic_memory.withdraw': { vi: 'Gỡ lời kể về di tích', en: 'Took a memory of a relic down' },
  'relic_memory.delete': { vi: 'Xóa hẳn lời kể về di tích', en: 'Deleted a memory of a relic for good' },
  'report.take_in': { vi: 'Nhập phản ánh thay người dân', en: 'Took a report in for somebody' },
  'report.receive': { vi: 'Tiếp nhận phản ánh', en: 'Received a report' },
  'report.assign': { vi: 'Phân công phản ánh', en: 'Assigned a report' },
  'report.start': { vi: 'Bắt đầu xử lý', en: 'Started on a report' },
  'report.ask': { vi: 'Hỏi lại người gửi', en: 'Asked the reporter' },
  'report.resume': { vi: 'Tiếp tục xử lý', en: 'Went on with a report' },
  'report.resolve': { vi: 'Báo đã giải quyết', en: 'Resolved a report' },
  'report.close': { vi: 'Đóng phản ánh', en: 'Closed a report' },
  'report.close_unresolved': {
    vi: 'Kết thúc phản ánh, chưa giải quyết được',
    en: 'Closed a report as not resolved'
  },
  'report.out_of_scope': { vi: 'Chuyển phản ánh cho cơ quan khác', en: 'Handed a report to another body' },
  'report.reopen': { vi: 'Mở lại phản ánh', en: 'Reopened a report' },
  'report.merge': { vi: 'Gộp vào phản ánh khác', en: 'Merged a report into another' },
  'report.unmerge': { vi: 'Tách khỏi phản ánh đã gộp', en: 'Undid a merging' },
  'report.approve': { vi: 'Duyệt công khai phản ánh', en: 'Approved a report for the public' },
  'report.withdraw_approval': {
    vi: 'Rút phản ánh khỏi công khai',
    en: 'Took a report back from the public'
  },
  'report.approve_result': { vi: 'Duyệt công khai kết quả', en: 'Approved a result for the public' },
  'report.edit': { vi: 'Sửa thông tin phản ánh', en: 'Edited a report' },
  'report.boxes': { vi: 'Che mặt, biển số trong ảnh', en: 'Covered faces and plates' },
  'report.answer': { vi: 'Người gửi trả lời hoặc bổ sung', en: 'The reporter answered or added something' },
  'report.confirm': { vi: 'Người gửi xác nhận đã giải quyết', en: 'The reporter confirmed the result' },
  'report.sweep': {
    vi: 'Rà soát định kỳ: đóng phản ánh, xóa liên hệ hết hạn',
    en: 'Regular sweep: closed reports, removed old contacts'
  },
  'report.forget_reporter': {
    vi: 'Người gửi xóa dữ liệu cá nhân',
    en: 'The reporter deleted personal data'
  },
  'report.forget_witness': {
    vi: 'Người cùng thấy xóa dữ liệu cá nhân',
    en: 'Somebody who saw it too deleted personal data'
  },
  'report.forget_for_reporter': {
    vi: 'Xóa dữ liệu người gửi theo yêu cầu',
    en: 'Deleted the reporter’s data on request'
  },
  'report.forget_again': {
    vi: 'Xóa lại, sau khi khôi phục bản sao lưu cũ, dữ liệu đã xóa theo yêu cầu',
    en: 'Deleted again, after an older backup was restored, what was deleted on request'
  },
  'wifi.check': { vi: 'Ghi nhận kiểm tra Wifi nhà văn hóa', en: 'Recorded a Wifi check at a cultural house' },
  'wifi.renew_key': {
    vi: 'Đổi mã trên bảng Wifi nhà văn hóa',
    en: 'Renewed the code on a house’s Wifi sheet'
  },
  'category.add': { vi: 'Thêm loại phản ánh', en: 'Added a category' },
  'category.change': { vi: 'Sửa loại phản ánh', en: 'Changed a category' },
  'category.move': { vi: 'Đổi thứ tự loại phản ánh', en: 'Moved a category' },
  'category_unit.set': {
    vi: 'Đặt đơn vị tiếp nhận của loại phản ánh',
    en: 'Set the unit for a category'
  },
  'template.add': { vi: 'Thêm mẫu trả lời', en: 'Added an answer template' },
  'template.change': { vi: 'Sửa mẫu trả lời', en: 'Changed an answer template' },
  'template.end': { vi: 'Bỏ mẫu trả lời', en: 'Ended an answer template' },
  'holiday.add': { vi: 'Thêm ngày nghỉ, ngày làm bù', en: 'Added a day to the calendar' },
  'holiday.change': { vi: 'Sửa ngày nghỉ, ngày làm bù', en: 'Changed a day of the calendar' },
  'holiday.remove': { vi: 'Xóa ngày nghỉ, ngày làm bù', en: 'Removed a day from the calendar' },
  'api_key.make': { vi: 'Cấp khóa kết nối', en: 'Made a key' },
  'api_key.end': { vi: 'Thu hồi khóa kết nối', en: 'Ended a key' },
  'collection.export': { vi: 'Xuất dữ liệu nội bộ', en: 'Exported staff data' },
  'quality.decide': {
    vi: 'Giao việc hoặc chấp nhận một lỗi dữ liệu',
    en: 'Assigned or accepted a fault of the data'
  },
  'quality.limits': { vi: 'Đặt ngưỡng kiểm tra dữ liệu', en: 'Set the limits of the data checks' },
  'quality.round_start': { vi: 'Mở đợt làm sạch dữ liệu', en: 'Began a cleaning round' },
  'quality.round_close': { vi: 'Kết thúc đợt làm sạch dữ liệu', en: 'Closed a cleaning round' },
  'embed_site.add': { vi: 'Cho phép trang web nhúng bản đồ', en: 'Let a website embed the map' },
  'embed_site.remove': {
    vi: 'Thôi cho phép trang web nhúng bản đồ',
    en: 'Stopped a website from embedding the map'
  }
}

/** Who did it where nobody was signed in. */
export const auditActors: Record<NonNullable<AuditEntry['by']>, Message> = {
  program: { vi: 'Chương trình', en: 'The program' },
  command: { vi: 'Lệnh trên máy chủ', en: 'A command on the server' },
  public: { vi: 'Người không đăng nhập', en: 'Somebody who was not signed in' }
}
