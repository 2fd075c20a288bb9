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

/** Nothing came through in either direction: whoever sends this does so over another network. */
export const nothingCarried = () =>
  new HttpError(422, {
    vi: 'Khi đo, không có gì đi qua được Wifi này, nên chưa ghi là vào được. Hãy đo lại, hoặc chọn «Không vào được Wifi».',
    en: 'Nothing came through this Wifi while it was measured, so it is not recorded as reachable. Measure again, or choose “I cannot get on the Wifi”.'
  })

/** A moment that no check can have been made at. */
export const impossibleMoment = () =>
  new HttpError(422, {
    vi: 'Lúc kiểm tra phải trong 30 ngày gần đây và không ở tương lai.',
    en: 'A check must have been made within the last 30 days and not lie ahead.'
  })

/** None of the houses that the asker looks after is asked for. */
export const noSheets = () =>
  new HttpError(404, {
    vi: 'Không có nhà văn hóa nào theo lựa chọn này để in bảng.',
    en: 'No cultural house meets this choice: there is no sheet to print.'
  })

/** More sheets than one page can carry. */
export const tooManySheets = (most: number) =>
  new HttpError(422, {
    vi: `Mỗi lần in tối đa ${most} bảng. Hãy chọn một xã hoặc một thôn.`,
    en: `At most ${most} sheets are printed at once. Choose a commune or a village.`
  })
