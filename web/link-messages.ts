/** What of a link cannot be had. `{text}` as it stands in the link. */
export const linkMessages = {
  commune: {
    vi: 'Chưa có xã mã {text} trong hệ thống. Đang xem {place}.',
    en: 'There is no commune with code {text} here. This is {place}.'
  },
  asOf: {
    vi: 'Ngày “{text}” trong liên kết không có trong lịch. Đang xem số liệu ngày {day}.',
    en: 'The link’s day “{text}” is not in the calendar. These are the figures of {day}.'
  },
  knownAt: {
    vi: 'Thời điểm nạp “{text}” trong liên kết không đọc được. Đang xem số liệu theo mọi dữ liệu đã nạp.',
    en: 'The link’s moment “{text}” cannot be read. These figures count everything that has been imported.'
  },
  compare: {
    vi: 'Ngày so sánh “{text}” trong liên kết không có trong lịch. Hãy chọn ngày khác ở nút So sánh.',
    en: 'The day to compare with, “{text}”, is not in the calendar. Choose another one under Compare.'
  },
  future: {
    vi: 'Chưa đến ngày {text} nên chưa có số liệu để so sánh. Hãy chọn hôm nay hoặc một ngày đã qua.',
    en: 'There is nothing to compare with: {text} is still to come. Choose today or a day that has passed.'
  },
  gap: {
    vi: 'Không có cụm mã “{text}” trong danh sách cụm dân cư chưa có sóng đang xem. Cụm có thể đã có sóng, hoặc dữ liệu đã thay đổi.',
    en: 'The list of clusters without signal has none with code “{text}”. It may have signal now, or the data have changed.'
  },
  drop: { vi: 'Bỏ khỏi liên kết', en: 'Take it out of the link' }
} as const
