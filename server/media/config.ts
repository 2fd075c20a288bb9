import { z } from 'zod'
import type { Bilingual } from '../http/language.ts'

/** Where pictures and voice notes are kept when not in the data folder. */
export interface S3Config {
  /** Without a slash at its end; the bucket is the first part of the path. */
  url: string
  bucket: string
  key: string
  secret: string
  region: string
}

const must = (vi: string, en: string) => ({ params: { vi, en } })

function isAddress(text: string) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#@]/.test(text)
}

/** The variables of an S3-compatible store, as `server/config.ts` reads them. */
export const mediaVariables = {
  MEDIA_S3_URL: z
    .string()
    .refine(
      isAddress,
      must(
        'phải là địa chỉ http:// hoặc https:// của kho S3, không kèm mật khẩu, dấu ? hoặc #',
        'must be the http:// or https:// address of an S3-compatible store, without password, ? or #'
      )
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  MEDIA_S3_BUCKET: z
    .string()
    .refine(
      (text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text),
      must(
        'phải là tên bucket: 3 đến 63 chữ thường, chữ số, dấu chấm hoặc gạch nối',
        'must be the name of a bucket: 3 to 63 lower-case letters, digits, dots or hyphens'
      )
    )
    .optional(),
  MEDIA_S3_KEY: z.string().optional(),
  MEDIA_S3_SECRET: z.string().optional(),
  MEDIA_S3_REGION: z
    .string()
    .refine(
      (text) => /^[a-z0-9-]{1,40}$/.test(text),
      must('phải là tên vùng như us-east-1', 'must be the name of a region such as us-east-1')
    )
    .default('us-east-1')
}

const NEEDED = ['MEDIA_S3_URL', 'MEDIA_S3_BUCKET', 'MEDIA_S3_KEY', 'MEDIA_S3_SECRET']

/** All four of them or none. */
export function mediaComplaints(given: Record<string, string | undefined>): Bilingual[] {
  const set = NEEDED.find((name) => given[name])
  if (set === undefined) return []
  return NEEDED.filter((name) => !given[name]).map((name) => ({
    vi: `${name}: phải có khi đã đặt ${set}`,
    en: `${name}: is needed when ${set} is set`
  }))
}

/** The store that the variables name; undefined: the data folder. */
export function s3ConfigOf(data: z.infer<z.ZodObject<typeof mediaVariables>>): S3Config | undefined {
  const { MEDIA_S3_URL: url, MEDIA_S3_BUCKET: bucket, MEDIA_S3_KEY: key, MEDIA_S3_SECRET: secret } = data
  return url && bucket && key && secret
    ? { url, bucket, key, secret, region: data.MEDIA_S3_REGION }
    : undefined
}
