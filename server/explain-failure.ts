import { Unusable } from './unusable.ts'

/** Refusals of PostgreSQL that waiting does not mend: role, password, database, rights. */
const DATABASE: Record<string, string> = {
  '28P01': 'Mật khẩu trong DATABASE_URL không đúng',
  '28000': 'Cơ sở dữ liệu không nhận người dùng trong DATABASE_URL',
  '3D000': 'Không có cơ sở dữ liệu nêu trong DATABASE_URL',
  '42501':
    'Người dùng trong DATABASE_URL chưa đủ quyền. Hãy giao cơ sở dữ liệu cho người dùng này và tạo sẵn các phần mở rộng postgis, unaccent, pg_trgm bằng quyền quản trị'
}
const LISTENING: Record<string, string> = {
  EADDRINUSE: 'Cổng đang bị chương trình khác sử dụng. Hãy đặt PORT sang cổng khác',
  EACCES: 'Không được phép mở cổng này. Hãy đặt PORT từ 1024 trở lên, hoặc chạy với quyền cao hơn',
  EADDRNOTAVAIL: 'Máy này không có địa chỉ nêu trong HOST. Hãy đặt HOST sang địa chỉ của máy',
  ENOTFOUND: 'Không tìm thấy địa chỉ nêu trong HOST. Hãy kiểm tra lại HOST'
}

function codeOf(error: Error) {
  if ('code' in error && typeof error.code === 'string') return error.code
  // The migration tool keeps the words of the database's error, not its code.
  return error.message.includes('permission denied') ? '42501' : ''
}

function textOf(error: Error, table: Record<string, string>) {
  const sentence = table[codeOf(error)]
  return sentence === undefined ? undefined : `${sentence} (${error.message.split('\n', 1)[0]}).`
}

const isListening = (error: Error) =>
  'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo')

/** What ended the program, for the person who started it: a sentence where it can be mended, a bug with its stack. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Unusable) return error.message
  if (/^Definitions of migrations .* have been deleted/.test(error.message))
    return `Cơ sở dữ liệu này đã được một bản mới hơn của chương trình cập nhật. Hãy chạy bản mới hơn đó (${error.message}).`
  const sentence = isListening(error) ? textOf(error, LISTENING) : textOf(error, DATABASE)
  return sentence ?? String(error.stack)
}
