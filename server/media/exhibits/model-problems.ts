import { HttpError } from '../../http/errors.ts'

// What can be wrong with a 3D model, as sentences.

/** Words of the file itself, cut where they are long. */
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

export const notAModel = () =>
  new HttpError(415, {
    vi: 'Tệp này không phải mô hình glTF nhị phân. Hãy xuất mô hình thành một tệp .glb (glTF 2.0) rồi gửi lại.',
    en: 'This file is no binary glTF model. Export the model as one .glb file (glTF 2.0) and send that.'
  })

export const brokenModel = (detail = '') =>
  new HttpError(422, {
    vi: `Mô hình bị hỏng, bị cắt cụt hoặc sai chuẩn glTF 2.0${detail && ` (${shown(detail)})`}. Hãy xuất lại từ phần mềm dựng hình.`,
    en: `The model is broken, cut short or against glTF 2.0${detail && ` (${shown(detail)})`}. Export it again at the source.`
  })

export const outsideReference = (uri: string) =>
  new HttpError(422, {
    vi: `Mô hình trỏ tới tệp bên ngoài («${shown(uri)}»). Hãy xuất một tệp .glb có đủ hình học và ảnh bề mặt bên trong.`,
    en: `The model refers to a file outside it (“${shown(uri)}”). Export one .glb with all geometry and textures inside.`
  })

export const scripted = (what: string) =>
  new HttpError(422, {
    vi: `Mô hình mang theo mã lệnh («${shown(what)}») nên không được nhận. Hãy xuất lại chỉ với hình học, chất liệu và ảnh bề mặt.`,
    en: `The model carries a script (“${shown(what)}”), which is not taken. Export it with geometry, materials and textures only.`
  })

export const unknownExtension = (name: string) =>
  new HttpError(422, {
    vi: `Mô hình bắt buộc phần mở rộng «${shown(name)}» mà trình xem không hiểu. Hãy xuất lại không dùng phần mở rộng ấy.`,
    en: `The model requires the extension “${shown(name)}”, which the viewer does not understand. Export it without.`
  })

export const tooManyTriangles = (found: number, most: number) =>
  new HttpError(422, {
    vi: `Mô hình có ${found.toLocaleString('vi')} tam giác, nhiều hơn mức ${most.toLocaleString('vi')}. Hãy giảm lưới rồi gửi lại.`,
    en: `The model has ${found.toLocaleString('en')} triangles, more than ${most.toLocaleString('en')}. Reduce its mesh and send it again.`
  })

export const nothingToSee = () =>
  new HttpError(422, {
    vi: 'Mô hình không có mặt nào để hiển thị. Hãy xuất lại kèm hình học.',
    en: 'The model has no surface to show. Export it with its geometry.'
  })

export const textureTooLarge = (width: number, height: number, most: number) =>
  new HttpError(422, {
    vi: `Ảnh bề mặt ${width} × ${height} lớn hơn ${most} điểm ảnh mỗi cạnh. Hãy thu nhỏ ảnh bề mặt rồi xuất lại.`,
    en: `A texture of ${width} × ${height} is larger than ${most} pixels a side. Make the textures smaller and export it again.`
  })

export const badTexture = () =>
  new HttpError(422, {
    vi: 'Ảnh bề mặt của mô hình phải là PNG, JPEG hoặc WebP đọc được. Hãy xuất lại với ảnh loại ấy.',
    en: 'The model’s textures must be readable PNG, JPEG or WebP pictures. Export it with such.'
  })

export const tooManyTextures = (found: number, most: number) =>
  new HttpError(422, {
    vi: `Mô hình có ${found.toLocaleString('vi')} ảnh bề mặt, nhiều hơn mức ${most}. Hãy gộp ảnh bề mặt rồi xuất lại.`,
    en: `The model has ${found.toLocaleString('en')} textures, more than ${most}. Join them and export it again.`
  })

export const tooManyPixels = (megapixels: number, most: number) =>
  new HttpError(422, {
    vi: `Các ảnh bề mặt cộng lại ${megapixels} triệu điểm ảnh, nhiều hơn mức ${most} triệu. Hãy thu nhỏ ảnh bề mặt rồi xuất lại.`,
    en: `The textures together have ${megapixels} million pixels, more than ${most} million. Make them smaller and export it again.`
  })

export const realPlace = () =>
  new HttpError(422, {
    vi: 'Mô hình có phần chuyển động, khung xương hoặc bản lặp nằm ở tọa độ bản đồ, nên sẽ lộ vị trí thật. Hãy dời mô hình về gốc tọa độ trong phần mềm dựng hình rồi xuất lại.',
    en: 'Moving, jointed or repeated parts of the model stand at coordinates of a map and would tell its real place. Move the model to the origin at the source and export it again.'
  })
