/** Words of the screens of tours. */
export const tourMessages = {
  title: { vi: 'Tuyến tham quan', en: 'Tours of relics' },
  lead: {
    vi: 'Các di tích theo thứ tự tham quan. Tuyến công bố có trang riêng, có mặt trong trang di tích và tải về máy để dùng ngoại tuyến được.',
    en: 'Relics in the order of a visit. A published tour has a page of its own, stands on the page of relics and can be taken offline.'
  },
  toTours: { vi: 'Tuyến tham quan', en: 'Tours' },
  back: { vi: 'Danh sách di tích', en: 'List of relics' },
  backToTours: { vi: 'Danh sách tuyến', en: 'List of tours' },
  loading: { vi: 'Đang tải các tuyến', en: 'Loading the tours' },
  none: {
    vi: 'Chưa có tuyến nào. Một tuyến cần ít nhất hai di tích.',
    en: 'There is no tour yet. A tour needs two relics at least.'
  },
  add: { vi: 'Lập tuyến mới', en: 'Make a tour' },
  edit: { vi: 'Sửa', en: 'Edit' },
  editOf: { vi: 'Sửa tuyến: {name}', en: 'Edit the tour: {name}' },
  page: { vi: 'Xem trang công khai', en: 'Public page' },
  pageOf: { vi: 'Xem trang công khai: {name}', en: 'Public page: {name}' },
  published: { vi: 'Đang công bố', en: 'Published' },
  draft: { vi: 'Chưa công bố', en: 'Not published' },
  stops: { vi: '{count} điểm', en: '{count} stops' },
  weighing: { vi: 'Đang tính dung lượng gói ngoại tuyến …', en: 'Weighing the offline pack …' },
  notWeighed: {
    vi: 'Chưa tính được dung lượng gói ngoại tuyến: {why}',
    en: 'The offline pack could not be weighed: {why}'
  },
  weight: { vi: 'Gói ngoại tuyến: {size} trên {most} MB', en: 'Offline pack: {size} of {most} MB' },
  reduced: {
    vi: 'Ảnh được thu nhỏ cho vừa gói; để ảnh lớn thì nặng {size} MB.',
    en: 'Pictures are taken along small so that it fits; with large ones it would weigh {size} MB.'
  },
  tooHeavy: {
    vi: 'Quá nặng dù đã thu nhỏ ảnh: khách không tải tuyến về được. Hãy gỡ bớt âm thanh hoặc bớt điểm.',
    en: 'Too heavy even with small pictures: visitors cannot take the tour offline. Take out sounds or stops.'
  },
  makesHeavy: { vi: 'Nặng vì đâu', en: 'What makes it heavy' },
  stopWeight: {
    vi: '{name}: {size} MB ({pictures} ảnh, {sounds} âm thanh)',
    en: '{name}: {size} MB ({pictures} {pictures|picture|pictures}, {sounds} {sounds|sound|sounds})'
  },
  restWeight: { vi: 'Trang và chữ: {size} MB', en: 'Pages and letters: {size} MB' },
  publish: { vi: 'Công bố', en: 'Publish' },
  withdraw: { vi: 'Thôi công bố', en: 'Withdraw' },
  newTitle: { vi: 'Tuyến mới', en: 'New tour' },
  gone: {
    vi: 'Không có tuyến này trong phạm vi ông/bà quản lý.',
    en: 'There is no such tour among those that you manage.'
  },
  titleVi: { vi: 'Tên tuyến bằng tiếng Việt (bắt buộc)', en: 'Title in Vietnamese (required)' },
  unnamed: { vi: 'Hãy ghi tên tuyến bằng tiếng Việt.', en: 'Write the title in Vietnamese.' },
  titleEn: { vi: 'Tên tuyến bằng tiếng Anh', en: 'Title in English' },
  leadVi: { vi: 'Giới thiệu bằng tiếng Việt', en: 'Description in Vietnamese' },
  leadEn: { vi: 'Giới thiệu bằng tiếng Anh', en: 'Description in English' },
  order: { vi: 'Các điểm theo thứ tự', en: 'Stops in their order' },
  noStops: { vi: 'Chưa chọn di tích nào.', en: 'No relic is chosen yet.' },
  few: { vi: 'Hãy chọn ít nhất hai di tích.', en: 'Choose two relics at least.' },
  addStopNow: { vi: 'Thêm', en: 'Add' },
  added: { vi: 'Đã thêm {name}, điểm thứ {place}.', en: '{name} is added as stop {place}.' },
  nowAt: { vi: '{name}: nay là điểm thứ {place} trong {count}.', en: '{name}: now stop {place} of {count}.' },
  removed: { vi: 'Đã bỏ {name} khỏi tuyến.', en: '{name} is taken out.' },
  addStop: { vi: 'Thêm di tích vào cuối tuyến', en: 'Add a relic at the end' },
  choose: { vi: 'Chọn di tích …', en: 'Choose a relic …' },
  up: { vi: 'Chuyển lên trước: {name}', en: 'Move up: {name}' },
  fall: { vi: 'Chuyển ra sau: {name}', en: 'Move down: {name}' },
  remove: { vi: 'Bỏ khỏi tuyến: {name}', en: 'Take out: {name}' },
  hidden: {
    vi: 'vị trí giữ kín, chỉ vẽ thành ô 500 m',
    en: 'place kept back, drawn as a 500 m cell'
  },
  way: { vi: 'Đường đi', en: 'The way' },
  wayHint: {
    vi: 'Không bắt buộc. Tệp GeoJSON có một đường (LineString), WGS 84. Không có đường thì khoảng cách tính theo đường thẳng.',
    en: 'May be left out. A GeoJSON file with one line (LineString), WGS 84. Without one distances are straight lines.'
  },
  chooseWay: { vi: 'Chọn tệp đường đi', en: 'Choose a file of the way' },
  wayThere: { vi: 'Đường đi có {count} điểm gãy.', en: 'The way has {count} corners.' },
  removeWay: { vi: 'Bỏ đường đi', en: 'Take the way out' },
  noWay: {
    vi: 'Tệp này không có đúng một đường (LineString) với kinh độ, vĩ độ WGS 84, từ 2 đến 5.000 điểm gãy.',
    en: 'This file does not have exactly one line (LineString) of longitudes and latitudes (WGS 84) with 2 to 5,000 corners.'
  },
  save: { vi: 'Lưu tuyến', en: 'Save the tour' },
  saving: { vi: 'Đang lưu …', en: 'Saving …' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  outdated: {
    vi: 'Người khác vừa lưu tuyến này, nên bản của ông/bà chưa được lưu. Những gì ông/bà đã viết vẫn còn trong khung: xem bản mới, hoặc lưu lần nữa để thay bản của người kia.',
    en: 'Somebody else has just saved this tour, so yours was not saved. What you wrote is still in the form: look at the new one, or save again to replace it.'
  },
  outdatedList: {
    vi: 'Người khác vừa sửa tuyến này nên chưa làm gì. Danh sách là bản mới; hãy xem lại rồi làm lại.',
    en: 'Somebody else has just changed this tour, so nothing was done. The list is the new one; look at it and do it again.'
  },
  takenUp: {
    vi: 'Đây là những gì ông/bà đã viết lần trước mà chưa lưu.',
    en: 'This is what you wrote the last time and did not save.'
  },
  giveUp: { vi: 'Bỏ phần chưa lưu', en: 'Give it up' },
  takeTheirs: { vi: 'Xem bản mới', en: 'Show the new one' }
} as const
