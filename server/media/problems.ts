import { HttpError } from '../http/errors.ts'

// What can be wrong with a file that somebody hands in, as sentences.

export const notAMedium = () =>
  new HttpError(415, {
    vi: 'Tệp này không phải ảnh hoặc ghi âm nhận được. Hãy gửi ảnh JPEG, PNG, WebP, AVIF hoặc ghi âm WebM, MP4 (M4A), Ogg.',
    en: 'This file is no picture or sound that is taken. Send a JPEG, PNG, WebP or AVIF picture, or a WebM, MP4 (M4A) or Ogg recording.'
  })

export const notAPicture = () =>
  new HttpError(415, {
    vi: 'Tệp này không phải ảnh nhận được. Hãy chọn ảnh JPEG, PNG, WebP hoặc AVIF.',
    en: 'This file is no picture that is taken. Choose a JPEG, PNG, WebP or AVIF picture.'
  })

export const heicNotTaken = () =>
  new HttpError(415, {
    vi: 'Ảnh HEIC của iPhone chưa đọc được ở máy chủ này. Hãy gửi lại dưới dạng JPEG (Cài đặt › Camera › Định dạng › Tương thích nhất).',
    en: 'This server cannot read HEIC pictures. Send it as JPEG (on an iPhone: Settings › Camera › Formats › Most Compatible).'
  })

export const brokenFile = () =>
  new HttpError(422, {
    vi: 'Tệp bị hỏng nên không đọc được. Hãy chụp hoặc ghi lại rồi gửi tệp khác.',
    en: 'The file is broken and cannot be read. Take or record another and send that.'
  })

export const tooManyPixels = () =>
  new HttpError(413, {
    vi: 'Ảnh có quá 60 triệu điểm ảnh. Hãy thu nhỏ ảnh rồi gửi lại.',
    en: 'The picture has more than 60 million pixels. Make it smaller and send it again.'
  })

export const tooLarge = (megabytes: number) =>
  new HttpError(413, {
    vi: `Tệp lớn quá ${megabytes} MB. Hãy thu nhỏ ảnh hoặc ghi âm ngắn hơn rồi gửi lại.`,
    en: `The file is larger than ${megabytes} MB. Make the picture smaller or the recording shorter and send it again.`
  })

export const tooLong = () =>
  new HttpError(422, {
    vi: 'Ghi âm dài quá 60 giây. Hãy ghi lại ngắn hơn.',
    en: 'The recording is longer than 60 seconds. Record a shorter one.'
  })

export const hashDiffers = () =>
  new HttpError(422, {
    vi: 'Dữ liệu nhận được khác với tệp trên máy gửi (SHA-256 không khớp) nên đã bỏ đi. Hãy gửi lại từ đầu.',
    en: 'What arrived differs from the file that was announced (its SHA-256 is another), so it was thrown away. Send it again from the start.'
  })

export const noSuchFile = () =>
  new HttpError(404, {
    vi: 'Không có tệp này, hoặc tệp không được công khai.',
    en: 'There is no such file, or it is not public.'
  })

export const noSpace = () =>
  new HttpError(503, {
    vi: 'Máy chủ hết chỗ lưu tệp. Phần đã nhận vẫn được giữ; hãy để máy tự gửi lại sau, hoặc báo cho người quản trị.',
    en: 'The server has no room for files. What arrived is kept; let it be sent again later, or tell the administrator.'
  })

export const storeAway = () =>
  new HttpError(503, {
    vi: 'Kho lưu tệp đang tạm ngắt. Hãy thử lại sau ít giây.',
    en: 'The store of files is away for a moment. Try again in a few seconds.'
  })
