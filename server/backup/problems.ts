import { isDiskFull } from '../db/disk-full.ts'
import { Unusable } from '../unusable.ts'

/** The file is damaged or was cut short. */
export const damaged = (file: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Tệp sao lưu ${file} bị hỏng hoặc chưa tải đủ nên không dùng được. Chưa có gì thay đổi; hãy chép lại tệp từ nơi lưu giữ hoặc dùng bản sao lưu khác.`,
      en: `The backup file ${file} is damaged or was cut short and cannot be used. Nothing has changed; copy it again from where it is kept, or use another backup.`
    },
    { cause }
  )

export const noSuchFile = (file: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Không có tệp ${file}, hoặc không có quyền đọc tệp này.`,
      en: `There is no file ${file}, or it may not be read.`
    },
    { cause }
  )

export const notABackup = (file: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Tệp ${file} không phải là bản sao lưu của chương trình này. Hãy chọn tệp diaban-….tar.gz hoặc diaban-….tar.gz.age.`,
      en: `The file ${file} is no backup of this program. Choose a file like diaban-….tar.gz or diaban-….tar.gz.age.`
    },
    { cause }
  )

export const newerBackup = (file: string) =>
  new Unusable({
    vi: `Bản sao lưu ${file} do một bản mới hơn, hoặc một bản khác, của chương trình tạo ra. Hãy cài đúng bản đó rồi khôi phục lại.`,
    en: `The backup ${file} was made by a newer or another version of this program. Install that version, then restore again.`
  })

export const keyNeeded = (file: string) =>
  new Unusable({
    vi: `Bản sao lưu ${file} đã được mã hóa. Hãy nêu tệp khóa bằng --key-file.`,
    en: `The backup ${file} is encrypted. Name the file of its key by --key-file.`
  })

export const wrongKey = (file: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Khóa đã nêu không mở được bản sao lưu ${file}. Hãy dùng đúng khóa hoặc mật khẩu đã đặt khi sao lưu.`,
      en: `The key that was named does not open the backup ${file}. Use the key or passphrase that it was made with.`
    },
    { cause }
  )

/** What was being done when a disk was found full. */
export const noRoom = (folder: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Đĩa chứa thư mục ${folder} đã đầy hoặc sắp đầy nên chưa sao lưu được; phần ghi dở đã xóa. Hãy giải phóng chỗ trống, hoặc đặt BACKUP_DIR hay --to sang đĩa khác.`,
      en: `The disk of the folder ${folder} is full, or nearly, so no backup was made; what was begun is removed. Free some space, or set BACKUP_DIR or --to to another disk.`
    },
    { cause }
  )

/** The embedded engine is read from a copy of its files, for which there is no room. */
export const noRoomForCopy = (dataDir: string) =>
  new Unusable({
    vi: `Đĩa chứa thư mục dữ liệu ${dataDir} không đủ chỗ cho bản chép tạm của cơ sở dữ liệu nên chưa sao lưu được. Hãy giải phóng chỗ trống, hoặc dừng chương trình rồi sao lưu (khi đó không cần bản chép).`,
    en: `The disk of the data folder ${dataDir} has no room for a passing copy of the database, so no backup was made. Free some space, or stop the program and back up then, when no copy is needed.`
  })

export const nothingHere = (where: string) =>
  new Unusable({
    vi: `Chưa có cơ sở dữ liệu của chương trình tại ${where} nên không có gì để sao lưu. Hãy kiểm tra DATA_DIR hoặc DATABASE_URL.`,
    en: `There is no database of this program at ${where}, so there is nothing to back up. Check DATA_DIR or DATABASE_URL.`
  })

export const fileThere = (file: string) =>
  new Unusable({
    vi: `Đã có tệp ${file}; chương trình không ghi đè bản sao lưu. Hãy nêu tên khác.`,
    en: `There is a file ${file} already; backups are never overwritten. Name another one.`
  })

export const noFolder = (folder: string, cause?: unknown) =>
  new Unusable(
    {
      vi: `Không ghi được vào thư mục ${folder}. Hãy tạo thư mục, cấp quyền ghi hoặc nêu thư mục khác.`,
      en: `The folder ${folder} cannot be written. Make it, grant the right to write, or name another one.`
    },
    { cause }
  )

/** Somebody else makes a backup into the same folder just now. */
export class AlreadyRunning extends Unusable {
  constructor(folder: string) {
    super({
      vi: `Một lần sao lưu khác vào thư mục ${folder} đang chạy. Hãy đợi lần đó xong.`,
      en: `Another backup into the folder ${folder} is under way. Wait until it is done.`
    })
  }
}

export const notEmpty = (vi: string, en: string) =>
  new Unusable({
    vi: `${vi} Chương trình chỉ khôi phục vào nơi còn trống, không ghi đè. Hãy nêu thư mục khác bằng --data-dir hoặc cơ sở dữ liệu trống khác bằng DATABASE_URL.`,
    en: `${en} A backup is restored into an empty place only, nothing is overwritten. Name another folder by --data-dir, or another empty database by DATABASE_URL.`
  })

const SYSTEM = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EROFS', 'ENAMETOOLONG'])

/** Somebody ended the command. */
export const endedEarly = () =>
  new Unusable({
    vi: 'Đã dừng theo yêu cầu. Phần làm dở đã xóa, không có gì thay đổi.',
    en: 'Stopped as asked. What was begun is removed, nothing has changed.'
  })

/** A failure of writing into a folder as the sentence for it; anything else as it is. */
export function writingFailed(folder: string, error: unknown): unknown {
  if (error instanceof Unusable) return error
  if (isDiskFull(error)) return noRoom(folder, error)
  const isSystem = error instanceof Error && 'code' in error && SYSTEM.has(String(error.code))
  return isSystem && 'path' in error ? noFolder(folder, error) : error
}
