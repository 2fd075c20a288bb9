import { z } from 'zod'
import { HttpError } from '../http/errors.ts'
import { Sha256 } from './contract.ts'

const Announcement = z.strictObject({ report: z.uuid(), sha256: Sha256 })

/** What an upload says about its file. */
export type Announcement = z.infer<typeof Announcement>

/** `Upload-Metadata` as it must be: the report and the hash, nothing else. Throws HttpError 400. */
export function announcementOf(metadata: Record<string, string | null> | undefined): Announcement {
  const parsed = Announcement.safeParse(metadata)
  if (parsed.success) return parsed.data
  throw new HttpError(400, {
    vi: 'Tiêu đề Upload-Metadata phải có đúng hai mục: report (mã UUID của phản ánh) và sha256 (64 chữ số thập lục phân thường).',
    en: 'The header Upload-Metadata must hold exactly report (the UUID of the report) and sha256 (64 lower-case hexadecimal digits).'
  })
}
