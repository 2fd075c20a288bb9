// What people are told whose edit cannot be done.

export const NONE = {
  vi: 'Không có địa điểm này trong xã của ông/bà. Có thể lần nạp dữ liệu của nó đã được gỡ; hãy tải lại danh sách.',
  en: 'There is no such place in your commune. Its import may have been taken back; load the list again.'
}
export const TAKEN = {
  vi: 'Mã này đang là của một địa điểm khác. Hãy dùng mã khác, hoặc mở địa điểm ấy để sửa.',
  en: 'This code is in use for another place. Use another one, or open that place to change it.'
}
export const KEY_STAYS = {
  vi: 'Không đổi được mã của địa điểm đã có, vì các số liệu và lần nạp sau nhận ra địa điểm bằng mã. Hãy kết thúc địa điểm cũ và thêm địa điểm mới.',
  en: 'The code of a place cannot be changed, because figures and later imports know the place by it. End this place and add a new one.'
}
export const WRONG_DAYS = {
  vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
  en: 'The day until which it is valid must be after the day from which it is.'
}
export const ENDS_EARLY = {
  vi: 'Ngày hết hiệu lực không được trước ngày có hiệu lực. Nếu ghi nhầm, hãy chọn chính ngày có hiệu lực.',
  en: 'It cannot end before the day from which it is valid. If it was entered by mistake, choose that very day.'
}
export const NOT_AHEAD = {
  vi: 'Không công khai trước được vị trí đang giữ kín. Hãy lưu thay đổi này vào đúng ngày công khai.',
  en: 'A hidden place cannot be opened in advance. Save this change on the day from which it is public.'
}
export const NO_VERSION = {
  vi: 'Địa điểm này không có bản ấy. Hãy tải lại lịch sử.',
  en: 'This place has no such version. Load the history again.'
}
export const NO_COMMUNE = {
  vi: 'Hãy chọn xã của địa điểm.',
  en: 'Choose the commune of the place.'
}
