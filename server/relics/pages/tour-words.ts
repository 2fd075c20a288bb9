import type { Bilingual } from '../../http/language.ts'

/** Words of the pages of tours. */
export const TOUR_WORDS = {
  tours: { vi: 'Tuyến tham quan', en: 'Tours' },
  stops: { vi: 'điểm', en: 'stops' },
  stop: { vi: 'điểm', en: 'stop' },
  inOrder: { vi: 'Các điểm theo thứ tự', en: 'Stops in their order' },
  onMap: { vi: 'Tuyến trên bản đồ', en: 'The tour on the map' },
  seeOnMap: { vi: 'Xem tuyến trên bản đồ', en: 'See the tour on the map' },
  total: { vi: 'Tổng chiều dài', en: 'Total length' },
  straight: { vi: 'đường thẳng', en: 'straight line' },
  alongWay: { vi: 'theo đường đã vẽ', en: 'by the drawn way' },
  straightNote: {
    vi: 'Khoảng cách tính theo đường thẳng giữa các điểm; đường đi thực tế dài hơn.',
    en: 'Distances are straight lines between stops; the way on the ground is longer.'
  },
  wayNote: {
    vi: 'Khoảng cách tính theo đường do cán bộ văn hóa vẽ.',
    en: 'Distances follow the way that the culture office drew.'
  },
  totalNote: {
    vi: 'Tổng chiều dài tính theo đường do cán bộ văn hóa vẽ; khoảng cách giữa hai điểm tính theo đường thẳng.',
    en: 'The total follows the way that the culture office drew; distances between two stops are straight lines.'
  },
  hidden: {
    vi: 'Điểm có vị trí giữ kín chỉ được vẽ thành ô vuông khoảng 500 m; khoảng cách tính từ giữa ô.',
    en: 'A stop whose place is kept back is drawn as a square of about 500 m; distances are from its middle.'
  },
  toNext: { vi: 'đến điểm tiếp theo', en: 'to the next stop' },
  walk: { vi: 'Chỉ đường cả tuyến trên OpenStreetMap', en: 'Directions for the whole tour on OpenStreetMap' },
  address: { vi: 'Địa chỉ lâu dài', en: 'Permanent address' },
  number: { vi: 'Điểm', en: 'Stop' },
  of: { vi: 'trên', en: 'of' },
  ofTour: { vi: 'của tuyến', en: 'on the tour' },
  next: { vi: 'Điểm tiếp theo', en: 'Next' },
  last: { vi: 'Đây là điểm cuối của tuyến.', en: 'This is the last stop of the tour.' },
  missing: { vi: 'Không tìm thấy tuyến tham quan', en: 'Tour not found' },
  missingDetail: {
    vi: 'Không có tuyến nào được công bố ở địa chỉ này. Hãy xem các tuyến trong trang di tích.',
    en: 'No tour is published at this address. Look at the tours on the page of relics.'
  },
  empty: {
    vi: 'Các di tích của tuyến này hiện không còn trong danh mục đang có hiệu lực.',
    en: 'The relics of this tour are no longer on the list in force.'
  }
} as const satisfies Record<string, Bilingual>
