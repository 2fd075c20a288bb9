/** The table of villages, and the file made of it. */
export const tableMessages = {
  tableTitle: { vi: 'Bảng chỉ tiêu theo thôn', en: 'Indicators by village' },
  tableHelp: {
    vi: 'Chọn tên cột để tô bản đồ theo chỉ tiêu đó, chọn tên thôn để mở thôn. Phím mũi tên lên, xuống để chuyển dòng.',
    en: 'A column name colours the map by it, a village name opens the village. Arrow keys move between rows.'
  },
  villageColumn: { vi: 'Thôn', en: 'Village' },
  rangeColumn: { vi: 'Thấp nhất – cao nhất', en: 'Low – high' },
  wholeCommune: { vi: 'Toàn xã', en: 'Whole commune' },
  sortBy: { vi: 'Sắp xếp theo {column}', en: 'Sort by {column}' },
  showOnMap: { vi: 'Tô bản đồ theo {column}', en: 'Colour the map by {column}' },
  csv: {
    commune: { vi: 'Xã', en: 'Commune' },
    code: { vi: 'Mã', en: 'Code' },
    village: { vi: 'Thôn', en: 'Village' },
    indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
    unit: { vi: 'Đơn vị', en: 'Unit' },
    value: { vi: 'Giá trị', en: 'Value' },
    low: { vi: 'Thấp nhất', en: 'Low' },
    high: { vi: 'Cao nhất', en: 'High' },
    counted: { vi: 'Đếm theo', en: 'Counted in' },
    /** As the maps and lists say: homes within the maps' accuracy of an edge are among both. */
    numerator: { vi: 'Có theo dữ liệu (tử số)', en: 'With, by the data (numerator)' },
    no: { vi: 'Không có theo dữ liệu', en: 'Without, by the data' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' },
    denominator: { vi: 'Tổng (mẫu số)', en: 'Total (denominator)' },
    target: { vi: 'Mục tiêu', en: 'Target' },
    verdict: { vi: 'Kết luận', en: 'Verdict' },
    noTarget: { vi: 'Không có mục tiêu', en: 'No target' },
    reason: { vi: 'Lý do không có số', en: 'Reason without value' },
    why: { vi: 'Vì sao', en: 'Why' },
    basis: { vi: 'Căn cứ', en: 'Basis' },
    asOf: { vi: 'Ngày số liệu', en: 'As of' },
    knownAt: { vi: 'Dữ liệu đã nạp đến', en: 'Known at' },
    before: { vi: 'Giá trị ngày {day}', en: 'Value on {day}' },
    sources: { vi: 'Nguồn', en: 'Sources' },
    note: { vi: 'Ghi chú', en: 'Note' },
    illustration: { vi: 'Dữ liệu minh họa', en: 'Illustrative data' }
  }
} as const
