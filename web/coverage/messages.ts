export const messages = {
  deadSpots: { vi: 'Trắng sóng, lõm sóng', en: 'Dead spots' },
  deadSpotsLong: {
    vi: 'Tình trạng sóng di động: trắng sóng, lõm sóng',
    en: 'Mobile signal: dead spots and patchy villages'
  },
  deadSpotsTitle: { vi: 'Tình trạng sóng di động', en: 'Mobile signal' },
  states: {
    no_signal: { vi: 'Trắng sóng', en: 'No signal' },
    patchy: { vi: 'Lõm sóng', en: 'Patchy' },
    covered: { vi: 'Có sóng', en: 'Signal' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' }
  },
  explain: {
    no_signal: {
      vi: 'Không có sóng 4G, 5G của nhà mạng nào tại {point}.',
      en: 'No 4G or 5G of any operator reaches {point}.'
    },
    patchy: {
      vi: 'Có sóng tại {point}, nhưng có cụm từ {k} điểm hộ trở lên, cách nhau không quá {d}, không có sóng.',
      en: 'There is signal at {point}, but a cluster of at least {k} household points, within {d} of one another, has none.'
    },
    covered: {
      vi: 'Có sóng tại {point} và không có cụm từ {k} điểm hộ trở lên (cách nhau không quá {d}) bị mất sóng.',
      en: 'There is signal at {point}, and no cluster of at least {k} household points (within {d}) is without.'
    },
    unknown: {
      vi: 'Chưa thể kết luận: bản đồ còn thiếu có thể làm thay đổi kết quả.',
      en: 'It cannot be decided: a missing map could change the result.'
    }
  },
  points: {
    cultural_house: { vi: 'nhà văn hóa', en: 'the cultural house' },
    centre: { vi: 'điểm trung tâm', en: 'the centre' }
  },
  rule: {
    vi: 'Theo quy định quốc gia, sóng {technologies}; cụm từ {k} điểm hộ, cách nhau không quá {d}.',
    en: 'By the national rule for {technologies}: clusters of at least {k} household points within {d}.'
  },
  missingMap: { vi: 'Chưa có bản đồ phủ sóng của {operator}.', en: 'No coverage map from {operator} yet.' },
  missingCollection: {
    vi: 'Còn thiếu dữ liệu để xét đầy đủ.',
    en: 'Data for a full check is still missing.'
  },
  villagesUnit: { vi: 'thôn', en: '{count|village|villages}' },
  villagesByState: { vi: 'Các thôn theo tình trạng sóng', en: 'Villages by signal' },
  noDeadSpots: { vi: 'Chưa có thôn nào để xét tình trạng sóng.', en: 'There are no villages to look at.' },
  gapsTitle: { vi: 'Cụm dân cư chưa có sóng {technology}', en: 'Clusters without {technology}' },
  gapsNone: {
    vi: 'Không có cụm dân cư nào từ {k} điểm hộ trở lên bị thiếu sóng {technology}.',
    en: 'No cluster of at least {k} household points lacks {technology}.'
  },
  gapsNoData: {
    vi: 'Chưa có bản đồ {technology} hoặc điểm hộ, nên chưa lập được danh sách.',
    en: 'There is no {technology} map or no household points, so no list can be made.'
  },
  gapsUnseen: {
    vi: 'Chưa đủ điểm hộ để xét {count} thôn.',
    en: '{count} {count|village has|villages have} too few household points to look at.'
  },
  gapsUnseenHere: {
    vi: 'Chưa đủ điểm hộ để xét thôn này.',
    en: 'This village has too few household points to look at.'
  },
  gapsOfMobile: {
    vi: 'Chỉ có khi xem chỉ tiêu phủ sóng 5G hoặc 4G.',
    en: 'Shown with the indicators of 5G or 4G coverage only.'
  },
  gapsLayerEmpty: {
    vi: 'Không có cụm nào để hiện, xem lý do ở phần số liệu.',
    en: 'There is no cluster to show; the figures say why.'
  },
  gapsWithheld: {
    vi: '{count} cụm dưới 5 hộ không công bố.',
    en: '{count} {count|cluster|clusters} of fewer than 5 households {count|is|are} withheld.'
  },
  gapsWithheldHere: {
    vi: 'Cụm dưới 5 hộ, nếu có, không công bố.',
    en: 'Clusters of fewer than 5 households, if any, are withheld.'
  },
  withheld: {
    vi: 'Không công bố tình trạng sóng, để không lộ thông tin của từng hộ.',
    en: 'Its signal is withheld, so that no household can be read off.'
  },
  gapPeople: { vi: '{people} người', en: '{people} {people|person|people}' },
  gapHouseholds: { vi: '{households} hộ', en: '{households} {households|household|households}' },
  gapPremises: {
    vi: '{premises} điểm hộ, chưa rõ số người',
    en: '{premises} household {premises|point|points}, residents unknown'
  },
  /** Homes within the maps' accuracy of an edge may be among them: no more is said than the maps say. */
  gapNo: { vi: 'Ngoài vùng phủ sóng', en: 'No signal by the maps' },
  gapUnknown: { vi: 'Chưa rõ', en: 'Unknown' },
  gapHouse: { vi: 'cách nhà văn hóa {distance}', en: '{distance} to the cultural house' },
  gapSite: { vi: 'cách trạm BTS {distance}', en: '{distance} to the nearest site' },
  gapNoHouse: {
    vi: 'chưa có dữ liệu nhà văn hóa nào ở gần (50 km)',
    en: 'no cultural house is known within 50 km'
  },
  gapNoSite: {
    vi: 'chưa có dữ liệu trạm BTS nào ở gần (50 km)',
    en: 'no site is known within 50 km'
  },
  gapShow: { vi: 'Xem cụm này trên bản đồ', en: 'Show this cluster on the map' },
  gapMore: { vi: 'Xem thêm {count} cụm', en: 'Show {count} more' },
  table: {
    commune: { vi: 'Xã', en: 'Commune' },
    code: { vi: 'Mã', en: 'Code' },
    village: { vi: 'Thôn', en: 'Village' },
    state: { vi: 'Tình trạng sóng', en: 'Signal' },
    point: { vi: 'Xét tại', en: 'Looked at' },
    lat: { vi: 'Vĩ độ WGS 84', en: 'Latitude WGS 84' },
    lng: { vi: 'Kinh độ WGS 84', en: 'Longitude WGS 84' },
    missing: { vi: 'Còn thiếu', en: 'Missing' },
    reason: { vi: 'Lý do', en: 'Reason' },
    parameters: { vi: 'Tham số', en: 'Parameters' },
    technology: { vi: 'Công nghệ', en: 'Technology' },
    answer: { vi: 'Kết luận', en: 'Conclusion' },
    people: { vi: 'Số người', en: 'People' },
    households: { vi: 'Số hộ', en: 'Households' },
    premises: { vi: 'Số điểm hộ', en: 'Household points' },
    radius: { vi: 'Bán kính (m)', en: 'Radius (m)' },
    house: { vi: 'Cách nhà văn hóa (m)', en: 'To the cultural house (m)' },
    site: { vi: 'Cách trạm BTS (m)', en: 'To the nearest site (m)' },
    asOf: { vi: 'Ngày số liệu', en: 'As of' },
    knownAt: { vi: 'Dữ liệu đã nạp đến', en: 'Known at' },
    sources: { vi: 'Nguồn', en: 'Sources' },
    note: { vi: 'Ghi chú', en: 'Note' },
    illustration: { vi: 'Dữ liệu minh họa', en: 'Illustrative data' },
    reasons: {
      no_data: { vi: 'Chưa có dữ liệu', en: 'No data' },
      withheld: { vi: 'Không công bố', en: 'Withheld' },
      not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' }
    }
  },
  loading: { vi: 'Đang tìm cụm dân cư chưa có sóng…', en: 'Looking for clusters without signal…' }
} as const
