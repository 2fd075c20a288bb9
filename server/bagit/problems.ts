import { isDiskFull } from '../db/disk-full.ts'
import { Unusable } from '../unusable.ts'

const told = (vi: string, en: string, cause?: unknown) => new Unusable({ vi, en }, { cause })

export const noSuchBag = (path: string, cause?: unknown) =>
  told(
    `Không có thư mục hoặc tệp ${path}, hoặc không có quyền đọc.`,
    `There is no folder or file ${path}, or it may not be read.`,
    cause
  )

export const notABag = (path: string, cause?: unknown) =>
  told(
    `«${path}» không phải túi BagIt (thư mục hoặc tệp .tar có bagit.txt), hoặc tệp bị cụt. Chưa có gì thay đổi; hãy chép lại.`,
    `“${path}” is no BagIt bag (a folder or a .tar file with bagit.txt), or was cut short. Nothing has changed; copy it again.`,
    cause
  )

export const otherBagVersion = (version: string) =>
  told(
    `Túi theo BagIt phiên bản ${version}; chương trình đọc được 0.97 và 1.0. Chưa có gì thay đổi.`,
    `The bag is of BagIt version ${version}; 0.97 and 1.0 can be read. Nothing has changed.`
  )

export const notWhole = (file: string) =>
  told(
    `Túi có tệp ${file} nêu các tệp phải tải từ nơi khác, nên chưa đủ. Hãy bổ sung cho đủ rồi nạp lại.`,
    `The bag names files that are to be fetched from elsewhere (${file}), so it is not whole. Complete it first.`
  )

export const badLine = (file: string, line: number) =>
  told(
    `Dòng ${line} của ${file} không đúng dạng «mã kiểm tra, khoảng trắng, đường dẫn». Chưa có gì thay đổi.`,
    `Line ${line} of ${file} is not a checksum, a space and a path. Nothing has changed.`
  )

export const outsideBag = (name: string) =>
  told(
    `Túi nêu đường dẫn «${name}» nằm ngoài túi hoặc không phải tệp thường, nên bị từ chối. Chưa có gì thay đổi.`,
    `The bag names “${name}”, which lies outside of it or is no plain file; it is refused. Nothing has changed.`
  )

export const missingFile = (name: string) =>
  told(
    `Túi thiếu tệp «${name}». Chưa có gì thay đổi; hãy chép lại túi từ nơi xuất.`,
    `The bag lacks the file “${name}”. Nothing has changed; copy the bag again from where it was made.`
  )

export const alteredFile = (name: string) =>
  told(
    `Tệp «${name}» trong túi khác với mã kiểm tra đã ghi (bị sửa hoặc hỏng). Chưa có gì thay đổi; hãy chép lại túi.`,
    `The file “${name}” of the bag is not what its checksum says (altered or damaged). Nothing has changed; copy the bag again.`
  )

export const unnamedFile = (name: string) =>
  told(
    `Túi có tệp «${name}» mà bản kê không nêu. Chưa có gì thay đổi; hãy chép lại túi từ nơi xuất.`,
    `The bag has the file “${name}”, which no manifest names. Nothing has changed; copy the bag again.`
  )

export const noManifest = () =>
  told(
    'Túi không có bản kê mã kiểm tra (manifest-sha256.txt) mà chương trình đọc được. Chưa có gì thay đổi.',
    'The bag has no manifest of checksums (manifest-sha256.txt) that can be read. Nothing has changed.'
  )

export const placeTaken = (path: string) =>
  told(
    `Đã có ${path}; chương trình không ghi đè. Hãy nêu tên khác.`,
    `There is ${path} already; nothing is overwritten. Name another one.`
  )

const SYSTEM = new Set(['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR', 'EROFS', 'ENAMETOOLONG'])

/** A failure of writing below a path as the sentence for it; anything else as it is. */
export function writingFailed(path: string, error: unknown): unknown {
  if (error instanceof Unusable) return error
  if (isDiskFull(error))
    return told(
      `Đĩa chứa ${path} đã đầy; phần ghi dở đã xóa, chưa có gì thay đổi. Hãy giải phóng chỗ trống hoặc chọn đĩa khác.`,
      `The disk of ${path} is full; what was begun is removed, nothing has changed. Free some space or choose another disk.`,
      error
    )
  const isSystem = error instanceof Error && 'code' in error && SYSTEM.has(String(error.code))
  return isSystem
    ? told(
        `Không ghi được ${path}. Hãy kiểm tra thư mục và quyền ghi.`,
        `${path} cannot be written. Check the folder and the right to write.`,
        error
      )
    : error
}
