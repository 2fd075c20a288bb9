import { expect, test } from 'vitest'
import { passwordComplaint } from './password-rules.ts'

const owner = { login: 'nguyen.van.a', name: 'Nguyễn Văn A' }
const refused = (password: string) => passwordComplaint(password, owner)?.vi

test('asks for twelve characters, however they are composed', () => {
  expect(refused('cây đa 1987')).toContain('ít nhất 12 ký tự')
  expect(refused('cây đa đầu làng')).toBeUndefined()
  // Eleven letters whose diacritics stand apart are eleven.
  expect(refused('ắằẵặẳấầẫậẩê'.normalize('NFD'))).toContain('ít nhất 12 ký tự')
})

test('is not the login or the name, with or without a year', () => {
  for (const password of ['nguyen.van.a2024', 'Nguyễn Văn A 1980', 'NGUYENVANA123'])
    expect(refused(password), password).toContain('tên đăng nhập')
})

test.each([
  '123456789012',
  '987654321098',
  'aaaaaaaaaaaa',
  'matkhau12345',
  'Mật khẩu 123456',
  'password1234',
  'Password@2024',
  'P@ssw0rd1234',
  'qwertyuiop12',
  'abcdefghijkl',
  'admin@123456',
  'xyzxyzxyzxyz',
  'UBND xã 2024',
  'matkhaumatkhau',
  '............'
])('is not among those that are guessed first: %s', (password) => {
  expect(refused(password), password).toContain('đoán ra đầu tiên')
})

test.each(['ruộng bậc thang mùa gặt', 'correct horse battery', 'Xk93-fPq2-77Lm', 'trâu đen qua suối 7'])(
  'takes what nobody else thinks of: %s',
  (password) => {
    expect(refused(password)).toBeUndefined()
  }
)
