/** A template for answers in the illustrative commune; its title begins with the action that it is for. */
export interface DemoTemplate {
  title: string
  text: string
  /** Offered for reports of this category only; absent: for all. */
  category?: string
}

/** What officers of the illustrative commune answer again and again: asking back, resolved, not resolved, handed over. */
export const DEMO_TEMPLATES: readonly DemoTemplate[] = [
  {
    title: 'Hỏi lại: vị trí chưa rõ',
    text: 'Cảm ơn ông/bà đã phản ánh. Đơn vị đã đến nơi nhưng chưa tìm thấy đúng chỗ. Xin ông/bà cho biết thêm chỗ ấy gần nhà văn hóa, cầu, cống hay công trình nào.'
  },
  {
    title: 'Hỏi lại: ảnh chưa rõ',
    text: 'Cảm ơn ông/bà đã phản ánh. Ảnh gửi kèm chưa rõ hiện trạng. Xin ông/bà mô tả thêm, hoặc gửi phản ánh khác kèm ảnh chụp ban ngày.'
  },
  {
    title: 'Hỏi lại: thời điểm xảy ra',
    text: 'Xin ông/bà cho biết việc này thường xảy ra vào ngày, giờ nào để đơn vị bố trí người kiểm tra.'
  },
  {
    title: 'Đã giải quyết: đã dọn rác',
    text: 'Đơn vị đã thu gom toàn bộ rác tại vị trí phản ánh, chở về điểm tập kết và vệ sinh mặt bằng. Cảm ơn ông/bà đã phản ánh.',
    category: 'illegal_dump'
  },
  {
    title: 'Đã giải quyết: đã thu gom bổ sung',
    text: 'Đơn vị đã thu gom hết rác tồn và đưa tuyến này trở lại lịch thu gom thường kỳ. Cảm ơn ông/bà đã phản ánh.',
    category: 'uncollected_waste'
  },
  {
    title: 'Đã giải quyết: đã sửa đường',
    text: 'Đơn vị đã vá, đầm chặt đoạn đường hư hỏng; việc đi lại đã an toàn. Cảm ơn ông/bà đã phản ánh.',
    category: 'road_damage'
  },
  {
    title: 'Đã giải quyết: đã khắc phục',
    text: 'Đơn vị đã kiểm tra thực tế và khắc phục xong việc ông/bà phản ánh. Nếu việc tái diễn, xin ông/bà phản ánh lại. Trân trọng cảm ơn.'
  },
  {
    title: 'Đã giải quyết: đã nhắc nhở, lập biên bản',
    text: 'Đơn vị đã kiểm tra, nhắc nhở và lập biên bản yêu cầu chấm dứt vi phạm; thôn tiếp tục theo dõi. Cảm ơn ông/bà đã phản ánh.'
  },
  {
    title: 'Chưa giải quyết: không còn hiện trạng',
    text: 'Đơn vị đã kiểm tra tại chỗ, hiện trạng không còn như phản ánh nên kết thúc xử lý. Nếu việc tái diễn, xin ông/bà phản ánh lại.'
  },
  {
    title: 'Chưa giải quyết: chưa bố trí được kinh phí',
    text: 'Việc ông/bà phản ánh là đúng nhưng năm nay xã chưa bố trí được kinh phí; xã đã đưa vào danh mục đề nghị của năm sau.'
  },
  {
    title: 'Chuyển cơ quan khác: tuyến đường cấp tỉnh',
    text: 'Tuyến đường này do cấp tỉnh quản lý. Ủy ban nhân dân xã đã có văn bản chuyển nội dung và ảnh phản ánh đến cơ quan quản lý đường để xử lý theo thẩm quyền.'
  },
  {
    title: 'Chuyển cơ quan khác: lưới điện, viễn thông',
    text: 'Công trình này do đơn vị điện lực, viễn thông quản lý. Ủy ban nhân dân xã đã chuyển nội dung phản ánh và đề nghị đơn vị xử lý sớm, bảo đảm an toàn.'
  }
]
