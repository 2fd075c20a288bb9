export const messages = {
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  chooseIndicator: { vi: 'Chọn chỉ tiêu', en: 'Choose an indicator' },
  closeList: { vi: 'Đóng danh sách chỉ tiêu', en: 'Close the list of indicators' },
  groups: {
    not_met: { vi: 'Chưa đạt mục tiêu', en: 'Below target' },
    undetermined: { vi: 'Chưa đủ dữ liệu để kết luận', en: 'Cannot be decided yet' },
    met: { vi: 'Đạt mục tiêu', en: 'On target' },
    none: { vi: 'Không có mục tiêu hoặc chưa có số liệu', en: 'No target or no data' }
  },
  verdicts: {
    met: { vi: 'Đạt', en: 'Met' },
    not_met: { vi: 'Chưa đạt', en: 'Not met' },
    undetermined: { vi: 'Chưa xác định', en: 'Undetermined' }
  },
  why: {
    met: {
      vi: 'Mức chắc chắn thấp nhất là {low}, không dưới mục tiêu {target}.',
      en: 'Even the lowest certain value, {low}, is not below the target of {target}.'
    },
    not_met: {
      vi: 'Kể cả khi mọi nơi chưa rõ đều có, mức cao nhất là {high}, vẫn dưới mục tiêu {target}.',
      en: 'Even if every unknown place counted, the highest value, {high}, is below the target of {target}.'
    },
    undetermined: {
      vi: 'Mục tiêu {target} nằm giữa mức thấp nhất {low} và mức cao nhất {high}, nên chưa thể kết luận.',
      en: 'The target of {target} lies between the lowest value, {low}, and the highest, {high}.'
    }
  },
  whyIncomplete: {
    vi: 'Số liệu chưa bao quát hết nơi cần tính, nên chưa thể kết luận.',
    en: 'The figure does not cover every place that counts, so it cannot be decided yet.'
  },
  reasons: {
    no_data: { vi: 'Chưa có dữ liệu', en: 'No data' },
    withheld: { vi: 'Không công bố', en: 'Withheld' },
    not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' }
  },
  reasonHelp: {
    no_data: {
      vi: 'Chưa nạp dữ liệu nào để tính chỉ tiêu này. Không có dữ liệu không có nghĩa là bằng không.',
      en: 'Nothing has been imported from which this could be computed. No data does not mean nought.'
    },
    withheld: {
      vi: 'Nơi có dưới 5 hộ không công bố số liệu, để không lộ thông tin của từng hộ.',
      en: 'Places of fewer than 5 households are not published, so that no household can be read off.'
    },
    not_applicable: {
      vi: 'Chỉ tiêu này không tính cho nơi này.',
      en: 'This indicator is not measured for this place.'
    }
  },
  entered: {
    vi: 'Chỉ tiêu này do đơn vị nhập theo kỳ, không tính từ bản đồ.',
    en: 'This indicator is entered by a unit for each period; it is not computed from the map.'
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  lastQuarter: { vi: 'Cuối quý trước', en: 'End of last quarter' },
  lastYear: { vi: 'Cuối năm trước', en: 'End of last year' },
  yearBefore: { vi: 'Cùng kỳ năm trước', en: 'A year before' },
  dayLabel: { vi: 'Số liệu đúng vào ngày', en: 'Figures as of' },
  dayHelp: {
    vi: 'Hiện những gì có hiệu lực vào ngày này: ranh giới, điểm hộ, bản đồ của nhà mạng.',
    en: 'Shows what was valid on this day: borders, household points, operators’ maps.'
  },
  compare: { vi: 'So sánh', en: 'Compare' },
  comparedWith: { vi: 'So với {day}', en: 'Against {day}' },
  compareLabel: { vi: 'So sánh với ngày', en: 'Compare with' },
  compareEnd: { vi: 'Thôi so sánh', en: 'Stop comparing' },
  otherViews: { vi: 'Cách xem khác', en: 'Other views' },
  target: { vi: 'Mục tiêu {value} · {period}', en: 'Target {value} · {period}' },
  stretchTarget: { vi: 'Phấn đấu {value}: {verdict}', en: 'Stretch target {value}: {verdict}' },
  noTarget: {
    vi: 'Kế hoạch không đặt mục tiêu cho chỉ tiêu này',
    en: 'The plan sets no target for this indicator'
  },
  year: { vi: 'năm {year}', en: '{year}' },
  quarter: { vi: 'quý {quarter}/{year}', en: 'Q{quarter} {year}' },
  leadUnit: { vi: 'Đơn vị chủ trì: {unit}', en: 'Lead unit: {unit}' },
  asOf: { vi: 'Số liệu ngày {day}', en: 'As of {day}' },
  bounds: { vi: 'Chắc chắn từ {low} đến {high}', en: 'Certainly between {low} and {high}' },
  exact: { vi: 'Không có phần chưa rõ', en: 'Nothing is unknown' },
  outOf: { vi: '{part} trong {whole}', en: '{part} of {whole}' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  barLabel: {
    vi: '{yesName}: {yes}. {noName}: {no}. Chưa rõ: {unknown}.',
    en: '{yesName}: {yes}. {noName}: {no}. Unknown: {unknown}.'
  },
  targetMark: { vi: 'Mục tiêu {value}', en: 'Target {value}' },
  basis: {
    premises: { vi: 'Tính theo điểm hộ', en: 'Counted by household points' },
    buildings: {
      vi: 'Ước tính: dân số trong sổ chia theo diện tích nhà',
      en: 'Estimate: registered population shared out by floor area'
    },
    area: { vi: 'Tính theo diện tích', en: 'Measured by area' },
    places: { vi: 'Đếm theo địa điểm', en: 'Counted by place' },
    none: { vi: 'Chưa có căn cứ tính', en: 'Nothing to count yet' }
  },
  reasonTitle: { vi: 'Vì sao', en: 'Why' },
  missingTitle: { vi: 'Còn thiếu gì để kết luận', en: 'What would settle it' },
  uncertainTitle: { vi: 'Phần chưa chắc chắn', en: 'What is not certain' },
  missing: {
    delivery: {
      vi: 'Chưa có bản đồ {technology} của {operator}.',
      en: 'No {technology} map from {operator} yet.'
    },
    operators: {
      vi: 'Chưa khai báo nhà mạng nào phải cung cấp bản đồ {technology} tại đây.',
      en: 'No operator is on record as owing a {technology} map here.'
    },
    collection: { vi: 'Chưa nạp dữ liệu: {collection}.', en: 'Not imported yet: {collection}.' },
    facts: { vi: '{count} {things} chưa rõ thông tin.', en: 'Facts are not known for {count} {things}.' },
    factsSome: { vi: 'Một số nơi chưa rõ thông tin.', en: 'Facts are not known for some places.' },
    residents: {
      vi: '{count} điểm hộ chưa rõ số người.',
      en: 'The number of residents is not known at {count} household points.'
    },
    residentsSome: {
      vi: 'Một số điểm hộ chưa rõ số người.',
      en: 'The residents of some households are not known.'
    },
    edge: {
      vi: '{count} {things} nằm sát mép vùng phủ, trong sai số của bản đồ.',
      en: '{count} {things} lie at the edge of the maps, within their accuracy.'
    },
    edgeSome: {
      vi: 'Một số nơi nằm sát mép vùng phủ, trong sai số của bản đồ.',
      en: 'Some places lie at the edge of the maps, within their accuracy.'
    },
    target: {
      vi: 'Kế hoạch chưa có mục tiêu cho chỉ tiêu này.',
      en: 'The plan has no target for this indicator.'
    }
  },
  missingIn: { vi: 'Tại {places}.', en: 'In {places}.' },
  andMore: { vi: '{places} và {count} nơi khác', en: '{places} and {count} more' },
  things: {
    people: { vi: 'người', en: 'people' },
    households: { vi: 'hộ', en: 'households' },
    area: { vi: 'm²', en: 'm²' },
    villages: { vi: 'thôn', en: 'villages' },
    houses: { vi: 'nhà văn hóa', en: 'cultural houses' },
    institutions: { vi: 'cơ quan, trường học, trạm y tế', en: 'institutions' },
    places: { vi: 'nơi', en: 'places' }
  },
  collections: {
    communes: { vi: 'ranh giới xã', en: 'commune boundary' },
    villages: { vi: 'ranh giới thôn', en: 'village boundaries' },
    premises: { vi: 'điểm hộ', en: 'household points' },
    operators: { vi: 'danh sách nhà mạng', en: 'operators' },
    coverage_claims: { vi: 'bản đồ phủ sóng', en: 'coverage maps' },
    cell_sites: { vi: 'trạm BTS', en: 'cell sites' },
    fibre_lines: { vi: 'tuyến cáp quang', en: 'fibre lines' },
    fixed_services: { vi: 'vùng cung cấp băng rộng cố định', en: 'fixed broadband areas' },
    residential_areas: { vi: 'khu dân cư', en: 'residential areas' },
    institutions: { vi: 'trụ sở, trường học, trạm y tế', en: 'public institutions' },
    cultural_houses: { vi: 'nhà văn hóa thôn', en: 'cultural houses' },
    cameras: { vi: 'camera giám sát', en: 'cameras' },
    relics: { vi: 'di tích', en: 'relics' },
    buildings: { vi: 'nhà và công trình', en: 'buildings' },
    measurements: { vi: 'kết quả do đơn vị nhập', en: 'results entered by the unit' },
    reports: { vi: 'phản ánh hiện trường', en: 'reports from the public' }
  },
  villagesTitle: { vi: 'Các thôn, kết quả thấp nhất trước', en: 'Villages, lowest result first' },
  outsideVillages: { vi: 'Ngoài các thôn', en: 'Outside the villages' },
  provisional: { vi: 'Ranh giới tạm', en: 'Provisional border' },
  provisionalHelp: {
    vi: 'Ranh giới thôn này được dựng tạm từ điểm trung tâm, chưa phải ranh giới chính thức.',
    en: 'The border of this village was drawn provisionally from its centre; it is not official.'
  },
  villageCount: {
    vi: '{met} đạt · {not_met} chưa đạt · {undetermined} chưa xác định',
    en: '{met} met · {not_met} not met · {undetermined} undetermined'
  },
  backTo: { vi: 'Về {place}', en: 'Back to {place}' },
  otherIndicators: { vi: 'Chỉ tiêu khác của nơi này', en: 'Other indicators of this place' },
  openVillage: { vi: 'Mở {place}', en: 'Open {place}' },
  operatorsTitle: { vi: 'Theo từng nhà mạng', en: 'By operator' },
  operatorSilent: { vi: 'Chưa gửi bản đồ', en: 'No map delivered' },
  anyOperator: { vi: 'Ít nhất một nhà mạng', en: 'At least one operator' },
  bestOperator: { vi: 'Nhà mạng tốt nhất', en: 'Best single operator' },
  allOperators: { vi: 'Mọi nhà mạng đã gửi bản đồ', en: 'All operators that delivered' },
  landShare: { vi: 'Tỷ lệ diện tích đất', en: 'Share of land' },
  sourcesTitle: { vi: 'Nguồn số liệu', en: 'Sources' },
  noSources: { vi: 'Chưa có nguồn nào.', en: 'There is no source yet.' },
  sourceFrom: { vi: 'hiệu lực từ {day}', en: 'valid from {day}' },
  sourceImported: { vi: 'nạp lúc {moment}', en: 'imported {moment}' },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256 hash' },
  computedAt: {
    vi: 'Tính lúc {moment}, theo dữ liệu đã nạp đến {known}.',
    en: 'Computed {moment} from what had been imported by {known}.'
  },
  difference: { vi: '{points} điểm % so với {day}', en: '{points} points since {day}' },
  differenceCount: { vi: '{points} so với {day}', en: '{points} since {day}' },
  noDifference: { vi: 'Không đổi so với {day}', en: 'Unchanged since {day}' },
  notComparable: {
    vi: 'Ngày {day} chưa có số liệu để so sánh',
    en: 'There is no figure of {day} to compare with'
  },
  differenceColumn: { vi: 'So với {day}', en: 'Since {day}' },
  loading: { vi: 'Đang tải số liệu…', en: 'Loading figures…' },
  comparing: { vi: 'Đang tải số liệu để so sánh…', en: 'Loading figures to compare…' },
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
  noRows: { vi: 'Chưa có thôn nào để lập bảng.', en: 'There are no villages to put in a table.' },
  missingGeodata: { vi: 'Chưa có dữ liệu bản đồ cho {place}', en: 'There is no map data for {place} yet' },
  targetsOnly: {
    vi: 'Kế hoạch năm {year} có {count} mục tiêu. Chỉ tiêu tính từ bản đồ sẽ hiện ra khi dữ liệu được nạp.',
    en: 'The {year} plan sets {count} targets. Those computed from the map appear once data is imported.'
  },
  csv: {
    commune: { vi: 'Xã', en: 'Commune' },
    code: { vi: 'Mã', en: 'Code' },
    village: { vi: 'Thôn', en: 'Village' },
    indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
    unit: { vi: 'Đơn vị', en: 'Unit' },
    value: { vi: 'Giá trị', en: 'Value' },
    low: { vi: 'Thấp nhất', en: 'Low' },
    high: { vi: 'Cao nhất', en: 'High' },
    numerator: { vi: 'Tử số', en: 'Numerator' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' },
    denominator: { vi: 'Mẫu số', en: 'Denominator' },
    target: { vi: 'Mục tiêu', en: 'Target' },
    verdict: { vi: 'Kết luận', en: 'Verdict' },
    reason: { vi: 'Lý do không có số', en: 'Reason without value' },
    basis: { vi: 'Căn cứ', en: 'Basis' },
    asOf: { vi: 'Ngày số liệu', en: 'As of' },
    knownAt: { vi: 'Dữ liệu đã nạp đến', en: 'Known at' },
    before: { vi: 'Giá trị ngày {day}', en: 'Value on {day}' },
    sources: { vi: 'Nguồn', en: 'Sources' },
    note: { vi: 'Ghi chú', en: 'Note' },
    illustration: { vi: 'Dữ liệu minh họa', en: 'Illustrative data' }
  }
} as const
