import { HttpError } from '../http/errors.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { LONGEST_CONTRIBUTOR, LONGEST_MEMORY, type MemoryWords } from './memory-contract.ts'

/** A telephone number of Việt Nam, or an e-mail address. */
const REACHES_SOMEBODY = /(?:\+84[ .-]?|\b0)\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4}\b|[^\s@]+@[^\s@]+\.[a-z]{2,}/i

const NO_TEXT = {
  vi: 'Chưa có lời kể. Hãy ghi lời của người kể.',
  en: 'There is no memory. Write down what was told.'
}
const NO_CONTRIBUTOR = {
  vi: 'Chưa ghi người kể. Hãy ghi đúng như người ấy muốn được nêu, ví dụ: «Bà Lan, thôn Đông» hoặc «Một người dân thôn Đông».',
  en: 'It does not say who told it. Name them as they want to be named, for example “Mrs Lan, Đông village” or “A villager of Đông”.'
}
const NO_CONSENT = {
  vi: 'Chưa ghi ngày người kể đồng ý công bố. Chưa được đồng ý thì không nhận lời kể.',
  en: 'The day on which the contributor agreed to publication is missing. Without consent no memory is taken.'
}
const NOT_YET = {
  vi: 'Ngày đồng ý không được sau hôm nay. Hãy ghi ngày người kể đã đồng ý.',
  en: 'The day of consent must not be later than today. Enter the day on which the contributor agreed.'
}
const PRIVATE = {
  vi: 'Lời kể hoặc tên người kể có số điện thoại hoặc địa chỉ thư điện tử. Trang này ai cũng xem được: hãy bỏ ra rồi lưu lại.',
  en: 'The memory or the name has a telephone number or an e-mail address. Anyone reads that page: take it out and save again.'
}
const tooLong = (what: 'text' | 'contributor', length: number, most: number) => {
  const name = {
    text: { vi: 'Lời kể', en: 'The memory' },
    contributor: { vi: 'Tên người kể', en: 'The contributor’s name' }
  }
  return new HttpError(422, {
    vi: `${name[what].vi} dài ${length.toLocaleString('vi')} ký tự; nhiều nhất là ${most.toLocaleString('vi')}. Hãy rút gọn.`,
    en: `${name[what].en} has ${length.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} are taken. Shorten it.`
  })
}

/** What is said of a memory, where nothing is missing and nothing reaches a person. Throws 422 with what stands against it. */
export function checkMemory(words: MemoryWords) {
  const { text, contributor, consentedOn } = words
  if (text === '') throw new HttpError(422, NO_TEXT)
  if (text.length > LONGEST_MEMORY) throw tooLong('text', text.length, LONGEST_MEMORY)
  if (contributor === '') throw new HttpError(422, NO_CONTRIBUTOR)
  if (contributor.length > LONGEST_CONTRIBUTOR)
    throw tooLong('contributor', contributor.length, LONGEST_CONTRIBUTOR)
  if (consentedOn === null) throw new HttpError(422, NO_CONSENT)
  if (consentedOn > dayInVietnam()) throw new HttpError(422, NOT_YET)
  if (REACHES_SOMEBODY.test(`${text}\n${contributor}`)) throw new HttpError(422, PRIVATE)
}
