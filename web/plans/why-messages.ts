/** Why a figure is what it is, and what is missing for a better one. */
export const whyMessages = {
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
  whyExact: {
    met: {
      vi: 'Giá trị {low} không dưới mục tiêu {target}.',
      en: 'The value of {low} is not below the target of {target}.'
    },
    not_met: {
      vi: 'Giá trị {low} thấp hơn mục tiêu {target}.',
      en: 'The value of {low} is below the target of {target}.'
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
      vi: 'Không công bố để không lộ thông tin của từng hộ: nơi này có dưới 5 hộ, hoặc số liệu ở đây cho biết số liệu của một nơi dưới 5 hộ.',
      en: 'Withheld so that no household can be read off: this place has fewer than 5 households, or its figure would give away that of a place that has.'
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
    deliveryOf: {
      vi: 'Chưa có {collection} của {operator}.',
      en: 'No {collection} from {operator} yet.'
    },
    operatorsOf: {
      vi: 'Chưa khai báo nhà mạng nào phải cung cấp {collection} tại đây.',
      en: 'No operator is on record as owing {collection} here.'
    },
    collection: { vi: 'Chưa nạp dữ liệu: {collection}.', en: 'Not imported yet: {collection}.' },
    partial: {
      vi: 'Dữ liệu {collection} chưa được một nửa số hộ hoặc số dân trong sổ của thôn.',
      en: 'The {collection} stand for less than half of the village register.'
    },
    facts: { vi: '{count} {things} chưa rõ thông tin.', en: 'Facts are not known for {count} {things}.' },
    checks: {
      vi: '{count} {things} chưa kiểm tra Wifi trong {days} ngày.',
      en: 'Wifi is not checked for {count} {things} in {days} days.'
    },
    residents: {
      vi: '{count} điểm hộ chưa rõ số người.',
      en: 'The number of residents is not known at {count} household points.'
    },
    edge: {
      vi: '{count} {things} nằm sát mép vùng phủ, trong sai số của bản đồ.',
      en: '{count} {things} lie at the edge of the maps, within their accuracy.'
    },
    target: {
      vi: 'Kế hoạch chưa có mục tiêu cho chỉ tiêu này.',
      en: 'The plan has no target for this indicator.'
    }
  },
  counted: {
    premises: { vi: 'điểm hộ', en: 'premises' },
    buildings: { vi: 'điểm hộ hoặc nhà', en: 'premises or buildings' }
  },
  missingIn: { vi: 'Tại {places}.', en: 'In {places}.' },
  andMore: { vi: '{places} và {count} nơi khác', en: '{places} and {count} more' },
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
  }
} as const
