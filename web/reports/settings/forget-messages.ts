/** Words of the section where an administrator deletes what is personal of a reporter. */
export const forgetMessages = {
  lead: {
    vi: 'Khi người gửi yêu cầu mà không còn mã theo dõi. Đơn vị đang xử lý cũng xóa được, ngay trong phản ánh. Hãy hỏi để biết chắc đó là người gửi.',
    en: 'For a reporter who asks and has no tracking code. The unit in charge can do it as well, in the report. Make sure that it is the reporter who asks.'
  },
  number: { vi: 'Số phản ánh (trên biên nhận)', en: 'Number of the report (on the receipt)' },
  numberWrong: {
    vi: 'Số phản ánh có dạng PA-2026-000123.',
    en: 'A report’s number reads like PA-2026-000123.'
  },
  delete: { vi: 'Xóa dữ liệu người gửi', en: 'Delete the reporter’s data' },
  sureTitle: { vi: 'Xóa dữ liệu người gửi của {number}?', en: 'Delete the reporter’s data of {number}?' },
  sureText: {
    vi: 'Xóa liên hệ, lời kể, địa chỉ, ghi âm và mã theo dõi. Phản ánh về địa điểm vẫn được xử lý. Không khôi phục được.',
    en: 'Deletes contact, words, address, voice note and tracking code. The report of the place stays. It cannot be undone.'
  },
  sureYes: { vi: 'Xóa hẳn', en: 'Delete for good' },
  done: { vi: 'Đã xóa dữ liệu người gửi của {number}.', en: 'The reporter’s data of {number} was deleted.' }
} as const
