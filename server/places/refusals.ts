import { HttpError } from '../http/errors.ts'

/** There is no such house, or it is not the asker's to look after. */
export const noHouse = () =>
  new HttpError(404, {
    vi: 'Không có nhà văn hóa này trong phạm vi ông/bà quản lý. Hãy tải lại danh sách.',
    en: 'There is no such cultural house among those that you look after. Load the list again.'
  })

/** What stands on the wall is not, or no longer, the house's key. */
export const wrongKey = () =>
  new HttpError(403, {
    vi: 'Mã trên bảng này không còn dùng được. Hãy báo cho cán bộ xã để in bảng mới.',
    en: 'The code on this sheet is no longer valid. Tell the commune’s staff to print a new one.'
  })

/** Seconds until the sender may try again. */
export const tooOften = (seconds: number) =>
  new HttpError(
    429,
    {
      vi: 'Nhà văn hóa này vừa được kiểm tra nhiều lần. Hãy thử lại sau ít phút.',
      en: 'This house has been checked many times just now. Try again in a few minutes.'
    },
    { 'retry-after': String(seconds) }
  )

/** Others are measuring; the check can be recorded without rates. */
export const lineBusy = () =>
  new HttpError(
    503,
    {
      vi: 'Máy chủ đang đo cho nhiều máy khác nên chưa đo được tốc độ. Vẫn ghi nhận được là có Wifi.',
      en: 'The server is measuring for others and cannot measure the rate now. That there is Wifi can still be recorded.'
    },
    { 'retry-after': '30' }
  )

/** A moment that no check can have been made at. */
export const impossibleMoment = () =>
  new HttpError(422, {
    vi: 'Ngày kiểm tra phải trong 30 ngày gần đây và không ở tương lai.',
    en: 'The day of a check must be one of the last 30 and not lie ahead.'
  })
