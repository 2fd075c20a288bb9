import type { Bilingual } from '../http/language.ts'

export const MIN_PASSWORD_LENGTH = 12

/** Words of which the passwords are made that are guessed first, without diacritics and spaces. */
const COMMON_WORDS = [
  'password|passw0rd|p@ssw0rd|passphrase|secret|letmein|welcome|changeme|default|master|login|trustno|iloveyou',
  'qwerty|qwertyuiop|asdfgh|asdfghjkl|zxcvbn|zxcvbnm|qazwsx|qazwsxedc|abc|abcd|abcdef|monkey|dragon|sunshine',
  'football|princess|superman|batman|admin|administrator|adminadmin|root|user|test|guest|demo|system|server',
  'matkhau|matkhaumoi|matkhaula|khongco|khongnho|khongbiet|quantri|quantrivien|nguoidung|dangnhap|taikhoan',
  'anhyeuem|emyeuanh|yeuem|yeuanh|toiyeuvietnam|vietnam|hanoi|saigon|tphcm|hochiminh|bacho|hoilamgi|canbo',
  'ubnd|ubndxa|uybannhandan|uyban|diaban|xa|phuong|thon|congan|langson|google|facebook|zalo|viettel|vnpt'
].flatMap((line) => line.split('|'))

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']
const ROWS_BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join('')])

/** Lower case, without diacritics and whatever is no letter or digit. */
const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a text is one short piece again and again: 'abcabcabcabc', '111111111111'. */
function isRepeated(text: string) {
  for (let size = 1; size <= Math.min(6, text.length / 2); size += 1) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true
  }
  return false
}

/** Whether it consists of neighbours on the keyboard, of the alphabet or of counting. */
const isRow = (text: string) => ROWS_BOTH_WAYS.some((row) => row.repeat(2).includes(text))

/** Whether a bare text consists of well-known words, years and counting only. */
function isMadeOfCommonWords(text: string) {
  let left = text
  for (const word of [...COMMON_WORDS].sort((a, b) => b.length - a.length)) left = left.replaceAll(word, '')
  const digits = left.replace(/\D/g, '')
  return left === digits && (left === '' || left.length <= 4 || isRow(left) || isRepeated(left))
}

const SHORT: Bilingual = {
  vi: `Mật khẩu phải có ít nhất ${MIN_PASSWORD_LENGTH} ký tự. Một câu ngắn dễ nhớ là đủ, không cần ký tự đặc biệt.`,
  en: `A password has at least ${MIN_PASSWORD_LENGTH} characters. A short sentence will do, without special characters.`
}
const LOGIN: Bilingual = {
  vi: 'Mật khẩu không được là tên đăng nhập hay họ tên. Hãy chọn một câu khác.',
  en: 'The password must be neither the login nor the name. Choose another sentence.'
}
const COMMON: Bilingual = {
  vi: 'Mật khẩu này thuộc loại bị đoán ra đầu tiên. Hãy chọn một câu mà chỉ ông/bà nghĩ ra.',
  en: 'This password is among those that are guessed first. Choose a sentence that only you would think of.'
}

/** What is wrong with a new password, as a sentence; null: nothing. */
export function passwordComplaint(
  password: string,
  owner: { login: string; name: string }
): Bilingual | null {
  if ([...password.normalize('NFKC')].length < MIN_PASSWORD_LENGTH) return SHORT
  const text = bare(password)
  const own = [owner.login, owner.login.split('@')[0] ?? '', owner.name].map(bare).filter(Boolean)
  if (own.some((name) => text.replaceAll(name, '').replace(/\d/g, '').length === 0 && text.includes(name)))
    return LOGIN
  const spelled = bare(password.replaceAll('@', 'a').replaceAll('$', 's'))
  if (text.length < 6 || isRepeated(text) || isRow(text)) return COMMON
  return isMadeOfCommonWords(text) || isMadeOfCommonWords(spelled) ? COMMON : null
}
