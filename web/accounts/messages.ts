/** Every word about signing in, one's own account, and the accounts of others. */
export const messages = {
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInTitle: { vi: 'Đăng nhập dành cho cán bộ', en: 'Staff sign-in' },
  signInLead: {
    vi: 'Người dân gửi và theo dõi phản ánh không cần tài khoản.',
    en: 'Nobody needs an account to send or follow a report.'
  },
  toPublic: { vi: 'Đến trang phản ánh', en: 'To the public report page' },
  toMap: { vi: 'Về bản đồ', en: 'To the map' },
  login: { vi: 'Tên đăng nhập', en: 'Login' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  showPassword: { vi: 'Hiện mật khẩu', en: 'Show the password' },
  forgotten: {
    vi: 'Quên mật khẩu? Quản trị viên của xã cấp đường dẫn để đặt mật khẩu mới; không ai xem được mật khẩu cũ.',
    en: 'Forgotten? An administrator makes a link for setting a new password; nobody can see the old one.'
  },
  signingIn: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  code: { vi: 'Mã xác thực 6 chữ số', en: 'Six-digit code' },
  codeHint: {
    vi: 'Mở ứng dụng xác thực trên điện thoại để xem mã của Địa bàn.',
    en: 'Open the authenticator app on your phone to see the code of Địa bàn.'
  },
  codeTitle: { vi: 'Bước 2: mã xác thực', en: 'Step 2: the code' },
  back: { vi: 'Quay lại', en: 'Back' },
  expired: {
    vi: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại; những gì đang soạn vẫn còn nguyên.',
    en: 'The session has ended. Sign in again; what you were writing is still there.'
  },
  setTitle: { vi: 'Đặt mật khẩu', en: 'Set a password' },
  setFor: { vi: 'Cho tài khoản {login} của {name}', en: 'For the account {login} of {name}' },
  toSignIn: { vi: 'Đến trang đăng nhập', en: 'Go to the sign-in' },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: {
    vi: 'Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất, có dấu cách cũng được.',
    en: 'At least 12 characters. A short sentence that you remember is best; spaces are fine.'
  },
  setDone: {
    vi: 'Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.',
    en: 'The password is set. Sign in with it.'
  },
  save: { vi: 'Lưu', en: 'Save' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  account: { vi: 'Tài khoản của tôi', en: 'My account' },
  role: { vi: 'Vai trò', en: 'Role' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  allCommunes: { vi: 'Mọi xã, phường', en: 'Every commune' },
  noUnit: { vi: 'Không thuộc đơn vị nào', en: 'No unit' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  currentPassword: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  changed: {
    vi: 'Đã đổi mật khẩu. Các thiết bị khác đã được đăng xuất.',
    en: 'The password is changed. Other devices were signed out.'
  },
  secondFactor: { vi: 'Xác thực hai bước', en: 'Two-step sign-in' },
  factorOn: {
    vi: 'Đang bật. Mỗi lần đăng nhập cần thêm mã 6 chữ số trên điện thoại.',
    en: 'On. Each sign-in also asks for the six digits on your phone.'
  },
  factorOff: {
    vi: 'Đang tắt. Bật lên để người biết mật khẩu cũng không đăng nhập được nếu không có điện thoại của ông/bà.',
    en: 'Off. Turn it on, and a password alone opens nothing without your phone.'
  },
  factorStart: { vi: 'Bật xác thực hai bước', en: 'Turn on' },
  factorStop: { vi: 'Tắt xác thực hai bước', en: 'Turn off' },
  factorScan: {
    vi: 'Quét mã này bằng ứng dụng xác thực (Google Authenticator, FreeOTP…), rồi nhập mã mà ứng dụng hiện ra.',
    en: 'Read this with an authenticator app (Google Authenticator, FreeOTP…), then type the code it shows.'
  },
  factorQr: { vi: 'Mã QR để quét bằng ứng dụng xác thực', en: 'QR code for the authenticator app' },
  factorOpen: { vi: 'Mở trong ứng dụng trên máy này', en: 'Open in the app on this device' },
  factorSecret: { vi: 'Không quét được? Nhập khóa này:', en: 'Cannot scan? Type this key:' },
  factorConfirm: { vi: 'Xác nhận', en: 'Confirm' },
  factorIsOn: { vi: 'Đã bật xác thực hai bước.', en: 'Two-step sign-in is on.' },
  factorIsOff: { vi: 'Đã tắt xác thực hai bước.', en: 'Two-step sign-in is off.' },
  continueText: { vi: 'Tiếp tục', en: 'Continue' },
  sessions: { vi: 'Phiên đăng nhập', en: 'Sessions' },
  sessionsHelp: {
    vi: 'Nếu mất điện thoại hoặc quên đăng xuất ở máy khác, hãy đăng xuất khỏi mọi thiết bị, kể cả máy này.',
    en: 'If a phone is lost or another computer was left open, sign out everywhere, here too.'
  },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signOutEverywhere: { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Sign out everywhere' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
  addAccount: { vi: 'Thêm tài khoản', en: 'Add an account' },
  editAccount: { vi: 'Sửa tài khoản {login}', en: 'Edit the account {login}' },
  edit: { vi: 'Sửa', en: 'Edit' },
  editOf: { vi: 'Sửa {name}', en: 'Edit {name}' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  loginHint: {
    vi: 'Chữ thường không dấu, số, dấu chấm, gạch ngang; ví dụ lan.nguyen',
    en: 'Small letters without accents, digits, dots, hyphens; such as lan.nguyen'
  },
  loginWrong: {
    vi: 'Tên đăng nhập từ 3 đến 100 ký tự: chữ không dấu, số, dấu chấm, gạch ngang; bắt đầu và kết thúc bằng chữ hoặc số.',
    en: 'A login has 3 to 100 characters: letters without accents, digits, dots, hyphens; a letter or digit at both ends.'
  },
  create: { vi: 'Tạo tài khoản', en: 'Create the account' },
  accountsNone: { vi: 'Không có tài khoản nào khớp.', en: 'No account matches.' },
  find: { vi: 'Tìm theo tên', en: 'Find by name' },
  disabled: { vi: 'Đã khóa', en: 'Disabled' },
  noPassword: { vi: 'Chưa đặt mật khẩu', en: 'No password yet' },
  withFactor: { vi: 'Hai bước', en: 'Two steps' },
  lastSeen: { vi: 'Dùng lần cuối {moment}', en: 'Last used {moment}' },
  neverSeen: { vi: 'Chưa đăng nhập lần nào', en: 'Never signed in' },
  disable: { vi: 'Khóa tài khoản', en: 'Disable' },
  enable: { vi: 'Mở khóa tài khoản', en: 'Enable' },
  makeLink: { vi: 'Cấp đường dẫn đặt mật khẩu', en: 'Make a password link' },
  removeFactor: {
    vi: 'Khi dùng đường dẫn thì bỏ cả xác thực hai bước (người này mất điện thoại)',
    en: 'Using the link also removes two-step sign-in (the phone is lost)'
  },
  linkTitle: { vi: 'Đường dẫn đặt mật khẩu của {name}', en: 'Password link of {name}' },
  linkHelp: {
    vi: 'Gửi riêng cho người này. Chỉ dùng được một lần, đến {moment}. Đường dẫn chỉ hiện một lần ở đây; ai có nó đều đặt được mật khẩu.',
    en: 'Give it to this person alone. It works once, until {moment}. It is shown here only now; whoever has it can set the password.'
  },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  close: { vi: 'Đóng', en: 'Close' },
  units: { vi: 'Đơn vị', en: 'Units' },
  unitsLead: {
    vi: 'Bộ phận tiếp nhận và xử lý phản ánh của từng xã, phường. Đơn vị ngừng hoạt động vẫn giữ nguyên lịch sử.',
    en: 'Who receives and handles the reports of each commune. A unit that ends keeps its history.'
  },
  unitsNone: { vi: 'Chưa có đơn vị nào. Hãy thêm đơn vị đầu tiên.', en: 'No units yet. Add the first one.' },
  addUnit: { vi: 'Thêm đơn vị', en: 'Add a unit' },
  unitName: { vi: 'Tên đơn vị', en: 'Name of the unit' },
  unitEnded: { vi: 'Đã ngừng hoạt động', en: 'Ended' },
  endUnit: { vi: 'Ngừng hoạt động', en: 'End' },
  reviveUnit: { vi: 'Hoạt động lại', en: 'Take up again' },
  rename: { vi: 'Đổi tên', en: 'Rename' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  auditLead: {
    vi: 'Ai đã làm gì, khi nào. Chỉ ghi thêm, không sửa; thông tin cá nhân chỉ lưu dạng mã băm.',
    en: 'Who did what, and when. Only ever added to; personal data stand here as hashes.'
  },
  auditNone: { vi: 'Chưa có dòng nhật ký nào.', en: 'Nothing is logged yet.' },
  older: { vi: 'Xem các dòng cũ hơn', en: 'Older lines' },
  details: { vi: 'Chi tiết', en: 'Details' }
} as const

/** What somebody is here. */
export const roleMessages = {
  field: { vi: 'Cán bộ hiện trường', en: 'Field staff' },
  officer: { vi: 'Cán bộ đơn vị', en: 'Unit officer' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  planner: { vi: 'Cán bộ kế hoạch', en: 'Planner' },
  culture: { vi: 'Cán bộ văn hóa', en: 'Culture officer' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' }
} as const
