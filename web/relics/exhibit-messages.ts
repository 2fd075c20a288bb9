import type { ExhibitKind } from '../../server/media/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'
import { pictureMessages } from '../pictures/messages.ts'

/** Words of the section where a relic's sounds, panoramas and models are put up, instead of those of pictures. */
export const exhibitMessages = {
  ...pictureMessages,
  title: { vi: 'Âm thanh, ảnh 360° và mô hình 3D', en: 'Sounds, 360° views and 3D models' },
  lead: {
    vi: 'Mỗi mục cần mô tả, tác giả và giấy phép. Bản gốc được lưu trữ kèm mã kiểm tra.',
    en: 'Each needs a description, an author and a licence. Originals are archived with their checksum.'
  },
  loading: { vi: 'Đang tải danh sách', en: 'Loading the list' },
  none: { vi: 'Chưa có mục nào.', en: 'There is none yet.' },
  add: { vi: 'Thêm âm thanh, ảnh 360° hoặc mô hình 3D', en: 'Add a sound, a 360° view or a 3D model' },
  chosen: { vi: 'Tệp đã chọn: {name}', en: 'Chosen: {name}' },
  tooLarge: {
    vi: 'Tệp lớn quá {most} MB. Hãy thu nhỏ hoặc nén tệp rồi chọn lại.',
    en: 'The file is larger than {most} MB. Make it smaller and choose it again.'
  },
  sendBroke: {
    vi: 'Chưa gửi xong tệp vì đường truyền chậm hoặc bị ngắt. Hãy thử lại khi mạng tốt hơn.',
    en: 'The file did not get through: the line is slow or was cut. Try again on a better line.'
  },
  sending: { vi: 'Đang gửi tệp: {percent} %', en: 'Sending the file: {percent} %' },
  making: {
    vi: 'Máy chủ đang lưu bản gốc và làm bản công khai …',
    en: 'The server keeps the original and makes the public copy …'
  },
  publish: { vi: 'Đưa lên trang', en: 'Put it on the page' },
  added: { vi: 'Đã đưa lên trang di tích.', en: 'It is on the relic’s page.' },
  altVi: { vi: 'Mô tả bằng tiếng Việt (bắt buộc)', en: 'What it is, in Vietnamese (required)' },
  altHint: {
    vi: 'Đọc cho người không nghe hoặc không nhìn được: đây là gì, ở đâu.',
    en: 'Read to whoever cannot hear or see it: what it is, and where.'
  },
  altEn: { vi: 'Mô tả bằng tiếng Anh', en: 'What it is, in English' },
  captionVi: { vi: 'Chú thích (tiếng Việt)', en: 'Caption in Vietnamese' },
  captionEn: { vi: 'Chú thích (tiếng Anh)', en: 'Caption in English' },
  transcriptVi: { vi: 'Bản chép lời bằng tiếng Việt (bắt buộc)', en: 'Transcript in Vietnamese (required)' },
  transcriptHint: {
    vi: 'Chép lại lời nói; với nhạc và tiếng động thì tả điều nghe thấy. Đoạn cách nhau một dòng trống.',
    en: 'What is said, word for word; of music and noises, what is heard. An empty line parts paragraphs.'
  },
  transcriptEn: { vi: 'Bản chép lời bằng tiếng Anh', en: 'Transcript in English' },
  poster: { vi: 'Ảnh xem trước', en: 'Picture shown first' },
  noPicture: {
    vi: 'Mô hình 3D cần một ảnh xem trước. Hãy thêm ít nhất một ảnh của di tích ở trên rồi chọn lại.',
    en: 'A 3D model needs a picture that is shown first. Add an image of the relic above, then choose again.'
  },
  author: { vi: 'Người thực hiện (bắt buộc)', en: 'Made by (required)' },
  takenOn: { vi: 'Ngày thực hiện', en: 'Made on' },
  size: { vi: '{kind} · {size} MB', en: '{kind} · {size} MB' },
  withdraw: { vi: 'Gỡ xuống', en: 'Take down' },
  withdrawTitle: { vi: 'Gỡ mục này khỏi trang?', en: 'Take this off the page?' },
  withdrawText: {
    vi: 'Mục này không còn công khai ngay sau khi gỡ. Bản gốc và lời đã ghi vẫn được lưu trữ; số liệu của những ngày trước không đổi.',
    en: 'It is public no more at once. The original and what was said of it stay archived; figures of earlier days do not change.'
  },
  outdated: {
    vi: 'Người khác vừa sửa danh sách này nên chưa lưu. Danh sách dưới đây là bản mới; hãy xem lại rồi làm lại nếu còn cần.',
    en: 'Somebody else has just changed this list, so nothing was saved. The list below is the new one; look at it and do it again where it is still needed.'
  }
} as const

/** How each kind is chosen from one's machine, what may be chosen, and how many MB it may have. */
export const kindWords: Readonly<Record<ExhibitKind, KindWords>> = {
  audio: {
    name: { vi: 'Âm thanh', en: 'Sound' },
    choose: { vi: 'Chọn âm thanh từ máy', en: 'Choose a sound' },
    hint: {
      vi: 'MP3, M4A, WAV, Ogg (Opus) hoặc WebM; tối đa 20 MB. Phải có bản chép lời.',
      en: 'MP3, M4A, WAV, Ogg (Opus) or WebM; at most 20 MB. It needs a transcript.'
    },
    accept: 'audio/*,.mp3,.m4a,.wav,.ogg,.opus,.webm',
    mostMb: 20
  },
  panorama: {
    name: { vi: 'Ảnh 360°', en: '360° view' },
    choose: { vi: 'Chọn ảnh 360° từ máy', en: 'Choose a 360° view' },
    hint: {
      vi: 'Ảnh equirectangular rộng gấp đôi cao (2:1), JPEG, PNG, WebP hoặc AVIF; tối đa 40 MB và 60 triệu điểm ảnh.',
      en: 'Equirectangular, twice as wide as high (2:1), JPEG, PNG, WebP or AVIF; at most 40 MB and 60 megapixels.'
    },
    accept: 'image/jpeg,image/png,image/webp,image/avif',
    mostMb: 40
  },
  model: {
    name: { vi: 'Mô hình 3D', en: '3D model' },
    choose: { vi: 'Chọn mô hình 3D từ máy', en: 'Choose a 3D model' },
    hint: {
      vi: 'Một tệp .glb (glTF 2.0) có đủ ảnh bề mặt bên trong; tối đa 40 MB, 300.000 tam giác, ảnh bề mặt 4.096 điểm ảnh mỗi cạnh.',
      en: 'One .glb file (glTF 2.0) with its textures inside; at most 40 MB, 300,000 triangles, textures of 4,096 pixels a side.'
    },
    accept: '.glb,model/gltf-binary',
    mostMb: 40
  }
}
interface KindWords {
  name: Message
  choose: Message
  hint: Message
  accept: string
  mostMb: number
}
