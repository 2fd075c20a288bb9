/** What people write about one category, and what staff answer; `{thôn}` becomes the village's name. */
export interface ReportTexts {
  what: readonly string[]
  where: readonly string[]
  /** Said by some, not by all. */
  more: readonly string[]
  done: readonly string[]
}

const ROADSIDE = [
  'ở đoạn cuối thôn {thôn}, gần mương nước',
  'ngay ngã ba vào thôn {thôn}',
  'bên đường liên thôn, đoạn qua thôn {thôn}',
  'sau nhà văn hóa thôn {thôn}',
  'cạnh trạm bơm của thôn {thôn}',
  'trên đường bê tông từ thôn {thôn} ra đồng'
]
const STREET = [
  'trên trục đường chính qua thôn {thôn}',
  'ở khúc cua đầu thôn {thôn}',
  'ngay cổng làng {thôn}',
  'trước cổng trường học ở thôn {thôn}',
  'ở dốc xuống cầu, phía thôn {thôn}'
]

const DUMP: ReportTexts = {
  what: [
    'Có người đổ trộm rác sinh hoạt',
    'Bãi rác tự phát ngày càng lớn',
    'Bao tải rác, túi ni lông bị vứt thành đống',
    'Rác thải, đồ nhựa và nệm cũ bị đổ bừa bãi'
  ],
  where: ROADSIDE,
  more: [
    'Trời mưa là nước đen chảy xuống ruộng.',
    'Mùi rất hôi, ruồi nhặng nhiều.',
    'Tối nào cũng có xe ba gác đến đổ.',
    'Đề nghị xã cho dọn và cắm biển cấm.',
    'Bà con đã nhắc nhưng không được.'
  ],
  done: [
    'Đã dọn sạch, chở 2 xe rác về điểm tập kết và cắm biển cấm đổ rác.',
    'Tổ vệ sinh phối hợp với thôn dọn xong trong buổi sáng; thôn cử người trông coi buổi tối.',
    'Đã thu gom, rắc vôi khử mùi và nhắc nhở hai hộ đổ rác.'
  ]
}

const UNCOLLECTED: ReportTexts = {
  what: [
    'Rác đã tập kết nhưng chưa có xe đến chở',
    'Thùng rác công cộng đầy tràn ra đường',
    'Xe thu gom bỏ sót ngõ này hai tuần liền'
  ],
  where: STREET,
  more: ['Chó bới tung ra khắp nơi.', 'Lịch thu gom là thứ Ba và thứ Sáu.', 'Đề nghị tăng thêm một chuyến.'],
  done: [
    'Đã thu gom bổ sung; tuyến này được đưa lại vào lịch thứ Ba và thứ Sáu.',
    'Đã chở hết rác và đặt thêm một thùng 660 lít.'
  ]
}

const CONSTRUCTION: ReportTexts = {
  what: [
    'Gạch vỡ, bê tông vụn bị đổ thành đống',
    'Xe tải đổ đất đá thải lấn ra lòng đường',
    'Phế thải phá nhà cũ vứt xuống bờ mương'
  ],
  where: ROADSIDE,
  more: ['Xe máy đi tối rất dễ ngã.', 'Nước mương không thoát được.', 'Thấy xe đổ lúc khoảng 5 giờ sáng.'],
  done: [
    'Chủ công trình đã tự chở đi và ký cam kết không tái phạm.',
    'Đã xúc, chở hết phế thải về bãi quy định của xã.'
  ]
}

const BURNING: ReportTexts = {
  what: ['Đốt rác, đốt ni lông khói mù mịt', 'Đốt rơm rạ lẫn rác sinh hoạt'],
  where: ROADSIDE,
  more: ['Khói bay thẳng vào lớp học.', 'Nhà có người già, trẻ nhỏ không chịu được.'],
  done: [
    'Đã đến dập lửa, lập biên bản nhắc nhở; hộ gia đình cam kết không đốt rác.',
    'Đã dập, thu gom phần còn lại và tuyên truyền trên loa của thôn.'
  ]
}

const CARCASS: ReportTexts = {
  what: [
    'Có xác lợn chết bị vứt',
    'Xác gia cầm đựng trong bao tải trôi dạt',
    'Phân và nước thải chăn nuôi tràn ra đường'
  ],
  where: ROADSIDE,
  more: ['Sợ lây dịch bệnh, mong xã xử lý sớm.', 'Mùi hôi không chịu được.'],
  done: [
    'Thú y xã đã tiêu hủy, rắc vôi và phun khử trùng trong ngày.',
    'Đã thu gom, tiêu hủy đúng quy định; nhắc hộ chăn nuôi xây lại hố thu.'
  ]
}

const WATER: ReportTexts = {
  what: ['Cống thoát nước bị tắc, nước đen tràn lên đường', 'Rãnh thoát nước hở, bốc mùi hôi thối'],
  where: STREET,
  more: [
    'Mưa một lúc là ngập đến mắt cá chân.',
    'Nắp cống đã mất từ năm ngoái.',
    'Trẻ con đi học phải lội qua.'
  ],
  done: [
    'Đã nạo vét 80 m rãnh và thay 3 tấm nắp.',
    'Đã thông cống, nước rút hết; đưa đoạn này vào kế hoạch nạo vét hằng quý.'
  ]
}

const ROAD: ReportTexts = {
  what: [
    'Mặt đường bong tróc, nhiều ổ gà sâu',
    'Đường bị sụt lún sát mép mương',
    'Lề đường sạt sau trận mưa lớn, chỉ còn đi được một bên'
  ],
  where: STREET,
  more: [
    'Hôm qua có người ngã xe.',
    'Ổ gà sâu chừng một gang tay, mưa xuống không nhìn thấy.',
    'Xe chở vật liệu chạy nhiều nên hỏng nhanh.'
  ],
  done: [
    'Đã vá ổ gà bằng bê tông nhựa nguội, tổng cộng 12 m².',
    'Đã đắp lại lề, gia cố bằng cọc tre và bao đất; sẽ kè đá trong kế hoạch năm tới.'
  ]
}

const HAZARD: ReportTexts = {
  what: [
    'Khúc cua khuất tầm nhìn, thường xuyên va chạm',
    'Cát rơi vãi đầy mặt đường, xe máy dễ trượt',
    'Ngã tư không có biển báo, xe chạy rất nhanh'
  ],
  where: STREET,
  more: ['Tháng này đã có hai vụ va quệt.', 'Đề nghị lắp gương cầu lồi.', 'Giờ tan học rất nguy hiểm.'],
  done: [
    'Đã lắp gương cầu lồi và sơn vạch giảm tốc.',
    'Đã quét dọn, tưới rửa mặt đường; yêu cầu chủ xe che chắn thùng.',
    'Đã phát quang cây che khuất tầm nhìn và cắm biển cảnh báo.'
  ]
}

const OBSTACLE: ReportTexts = {
  what: [
    'Vật liệu xây dựng để tràn ra lòng đường',
    'Hàng quán bày bán lấn hết lề đường',
    'Phơi rơm, phơi thóc kín mặt đường'
  ],
  where: STREET,
  more: ['Xe ô tô không tránh nhau được.', 'Buổi tối không có đèn, rất khó thấy.'],
  done: ['Đã nhắc nhở, chủ hộ dọn xong trong ngày.', 'Đã giải tỏa; Công an xã sẽ kiểm tra lại hằng tuần.']
}

const LIGHT: ReportTexts = {
  what: [
    'Ba bóng đèn đường liền nhau không sáng',
    'Biển báo giao nhau bị xe đâm gãy',
    'Đèn đường chập chờn từ mấy hôm nay'
  ],
  where: STREET,
  more: ['Bà con đi làm về tối không thấy đường.', 'Biển nằm dưới mương.'],
  done: ['Đã thay 3 bóng đèn LED và kiểm tra lại đường dây.', 'Đã dựng lại biển báo, đổ bê tông chân cột.']
}

const DANGER: ReportTexts = {
  what: [
    'Cây to nghiêng hẳn, sắp đổ ra đường',
    'Cột điện nghiêng, dây sà xuống thấp',
    'Hố ga không có nắp, sâu hơn một mét'
  ],
  where: STREET,
  more: ['Gió to là rất nguy hiểm.', 'Đã lấy cành cây cắm tạm để báo.', 'Gần lối trẻ con đi học.'],
  done: [
    'Đã cắt hạ cây và dọn cành trong buổi chiều.',
    'Đã rào chắn ngay, điện lực dựng lại cột trong ngày hôm sau.',
    'Đã đậy nắp bê tông mới và kiểm tra toàn tuyến.'
  ]
}

const DISCHARGE: ReportTexts = {
  what: ['Cơ sở sản xuất xả nước đục ra mương vào ban đêm', 'Xưởng gần nhà xả bụi và mùi sơn'],
  where: ['ở thôn {thôn}', 'cuối thôn {thôn}'],
  more: ['Đề nghị giữ kín người báo.', 'Cá dưới mương chết nổi.'],
  done: [
    'Đoàn kiểm tra đã lập biên bản, yêu cầu cơ sở khắc phục trong 15 ngày; đã kiểm tra lại và đạt.',
    'Đã lấy mẫu nước; cơ sở đã xây bể lắng và nộp phạt theo quy định.'
  ]
}

/** By category of `data/reports/categories.json`. */
export const REPORT_TEXTS: Readonly<Record<string, ReportTexts>> = {
  illegal_dump: DUMP,
  uncollected_waste: UNCOLLECTED,
  construction_waste: CONSTRUCTION,
  waste_burning: BURNING,
  animal_carcass: CARCASS,
  wastewater: WATER,
  road_damage: ROAD,
  traffic_hazard: HAZARD,
  road_obstacle: OBSTACLE,
  sign_light_fault: LIGHT,
  danger_to_people: DANGER,
  illegal_discharge_source: DISCHARGE
}

export const UNRESOLVED_REASONS = [
  'Nằm trong đất đang tranh chấp; xã chờ kết luận của cơ quan có thẩm quyền.',
  'Chưa bố trí được kinh phí trong năm; đã đưa vào danh mục đề xuất năm sau.',
  'Kiểm tra hai lần không còn hiện trạng như phản ánh.',
  'Cần thiết bị mà xã chưa có; đã báo cáo cấp trên.'
]

export const HANDED_TO = [
  { to: 'Sở Xây dựng', text: 'Tuyến đường do tỉnh quản lý; xã đã có văn bản chuyển kèm ảnh hiện trường.' },
  { to: 'Công ty Điện lực', text: 'Cột và dây thuộc lưới điện; đã chuyển và đề nghị xử lý sớm.' },
  { to: 'Công ty khai thác công trình thủy lợi', text: 'Kênh do công ty quản lý; đã chuyển hồ sơ.' },
  {
    to: 'Ủy ban nhân dân xã giáp ranh',
    text: 'Vị trí thuộc địa bàn quản lý của xã bên; đã trao đổi và bàn giao.'
  }
]

export const REOPENED_BECAUSE = [
  'Mấy hôm sau lại có người đổ tiếp vào đúng chỗ cũ.',
  'Mới xử lý một nửa, phía trong vẫn còn nguyên.',
  'Sau trận mưa lại hỏng như cũ.'
]

export const QUESTIONS = [
  'Xin cho biết thêm vị trí chính xác, có gần nhà ai hoặc công trình nào không?',
  'Ảnh hơi tối, nhờ gửi thêm một ảnh chụp ban ngày.'
]

/** Where there is no picture after. */
export const NO_PICTURE_AFTER = 'Xử lý vào ban đêm, trời mưa nên không chụp được ảnh sau.'
