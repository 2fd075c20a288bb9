/** Words about which unit receives what. */
export const unitMessages = {
  lead: {
    vi: 'Phản ánh mới của mỗi loại hiện ngay trong hộp của đơn vị được chọn. Loại không chọn đơn vị do lãnh đạo phân công.',
    en: 'New reports of a category appear at once in the inbox of the unit chosen here. Without one the leaders deal them out.'
  },
  byLeader: { vi: 'Lãnh đạo phân công', en: 'Dealt out by leaders' },
  unitOf: { vi: 'Đơn vị nhận «{name}»', en: 'Unit for “{name}”' },
  unitEnded: { vi: '{name} (đã ngừng hoạt động)', en: '{name} (has ended)' },
  endedNote: {
    vi: 'Có loại đang giao cho đơn vị đã ngừng hoạt động: {names}. Không ai ở đó thấy phản ánh mới. Hãy chọn đơn vị khác.',
    en: 'Some categories go to a unit that has ended: {names}. Nobody there sees new reports. Choose another unit.'
  },
  noUnits: {
    vi: 'Xã này chưa có đơn vị nào đang hoạt động. Hãy thêm ở mục Đơn vị trước.',
    en: 'This commune has no unit at work. Add one in the section Units first.'
  },
  noCommune: {
    vi: 'Chưa có xã nào trong hệ thống. Hãy nạp địa giới của xã trước.',
    en: 'There is no commune here yet. Import a commune’s boundary first.'
  },
  saved: { vi: 'Đã lưu: «{name}» – {unit}.', en: 'Saved: “{name}” – {unit}.' },
  outdated: {
    vi: 'Người khác vừa đổi «{name}» sang: {unit}. Thay đổi của ông/bà chưa lưu; nếu vẫn muốn, hãy chọn lại.',
    en: 'Somebody else has just set “{name}” to: {unit}. Yours is not saved; choose again if you still want it.'
  }
} as const
