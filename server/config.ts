import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { certificateComplaints } from './http/certificate.ts'
import type { Bilingual } from './http/language.ts'
import { mediaComplaints, mediaVariables, s3ConfigOf, type S3Config } from './media/config.ts'
import { Unusable } from './unusable.ts'

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal']

function isReadable(path: string) {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

function isAddressRange(range: string) {
  const [address = '', bits, ...rest] = range.split('/')
  const version = isIP(address)
  if (!version || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function isUrl(text: string, protocols: string[]) {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

const HOUR_MS = 3_600_000
/** Plans ask for a backup each week at least. */
const LONGEST_SPAN_MS = 7 * 24 * HOUR_MS

/** `12h` or `7d` in milliseconds; undefined where it is no such span from an hour to a week. */
function spanMs(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,3})([hd])$/.exec(text) ?? []
  const ms = Number(count) * (unit === 'd' ? 24 : 1) * HOUR_MS
  return ms >= HOUR_MS && ms <= LONGEST_SPAN_MS ? ms : undefined
}

/** What a variable must be, where it is not. */
const must = (vi: string, en: string) => ({ params: { vi, en } })
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const databaseUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ['postgres:', 'postgresql:']),
    must('phải có dạng postgres://người-dùng@máy/csdl', 'must read like postgres://user@host/database')
  )

const publicUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ['http:', 'https:']),
    must('phải là địa chỉ http:// hoặc https:// đầy đủ', 'must be a whole http:// or https:// address')
  )
  .refine((text) => !/[?#]/.test(text), must('không được có dấu ? hoặc #', 'must have neither ? nor #'))
  .transform((text) => text.replace(/\/+$/, ''))

const file = z
  .string()
  .transform((path) => resolve(path))
  .refine(isReadable, must('phải là tệp tồn tại và đọc được', 'must be a file that is there and can be read'))

const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => PROXY_NAMES.includes(part) || isAddressRange(part)),
    must(
      `phải là danh sách địa chỉ IP, dải CIDR hoặc ${PROXY_NAMES.join(', ')}, cách nhau bằng dấu phẩy`,
      `must be IP addresses, CIDR ranges or ${PROXY_NAMES.join(', ')}, parted by commas`
    )
  )

const Environment = z.object({
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535,
      must('phải là số nguyên từ 0 đến 65535', 'must be a whole number from 0 to 65535')
    )
    .transform(Number)
    .default(8080),
  HOST: z
    .string()
    .refine(
      (text) => /^[A-Za-z0-9.:_-]+$/.test(text),
      must('phải là tên máy hoặc địa chỉ IP', 'must be a host name or an IP address')
    )
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./.diaban'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_READ_URL: databaseUrl.optional(),
  PUBLIC_URL: publicUrl.optional(),
  TLS_CERT: file.optional(),
  TLS_KEY: file.optional(),
  TRUSTED_PROXIES: proxies.default([]),
  ...mediaVariables,
  DEMO: z
    .string()
    .refine(
      (text) => ['0', '1', 'false', 'true'].includes(text),
      must('phải là 1, 0, true hoặc false', 'must be 1, 0, true or false')
    )
    .transform((text) => text === '1' || text === 'true')
    .optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY: z
    .string()
    .refine(
      (text) => text === 'off' || spanMs(text) !== undefined,
      must(
        'phải có dạng 12h (giờ) hoặc 7d (ngày), từ 1h đến 7d, hoặc off để không tự sao lưu',
        'must read like 12h (hours) or 7d (days), from 1h to 7d, or off to make no backups by itself'
      )
    )
    .transform((text) => spanMs(text) ?? null)
    .default(LONGEST_SPAN_MS),
  BACKUP_KEEP: z
    .string()
    .refine(
      (text) => /^[1-9]\d{0,3}$/.test(text),
      must('phải là số nguyên từ 1 đến 9999', 'must be a whole number from 1 to 9999')
    )
    .transform(Number)
    .default(8),
  BACKUP_KEY_FILE: file.optional(),
  LOG_LEVEL: z
    .string()
    .refine(
      (text) => LOG_LEVELS.includes(text),
      must(`phải là một trong: ${LOG_LEVELS.join(', ')}`, `must be one of: ${LOG_LEVELS.join(', ')}`)
    )
    .default('info')
})

/** What the environment decides, checked. Paths are absolute; `publicUrl` has no slash at its end. */
export interface Config {
  port: number
  host: string
  dataDir: string
  /** Undefined: the embedded engine under `dataDir`. */
  databaseUrl: string | undefined
  databaseReadUrl: string | undefined
  publicUrl: string | undefined
  tls: { certFile: string; keyFile: string } | undefined
  trustedProxies: string[]
  /** Undefined: pictures and voice notes are in the folder `media` of `dataDir`. */
  mediaS3: S3Config | undefined
  demo: boolean
  /** Where backups are kept and how many, how often one is made by itself (null: never), and what they are locked with. */
  backup: { dir: string; everyMs: number | null; keep: number; keyFile: string | undefined }
  logLevel: string
}

const listed = (head: string, lines: string[]) => [head, ...lines.map((line) => `  - ${line}`)].join('\n')

/** A configuration that cannot be used; the message names every bad variable and what each must be. */
export class ConfigError extends Unusable {
  constructor(complaints: Bilingual[]) {
    super({
      vi: listed(
        'Cấu hình sai, chương trình chưa chạy:',
        complaints.map(({ vi }) => vi)
      ),
      en: listed(
        'The configuration is wrong, the program has not started:',
        complaints.map(({ en }) => en)
      )
    })
  }
}

const Reason = z.object({ vi: z.string(), en: z.string() })

function complaint(issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): Bilingual {
  const name = String(issue.path[0])
  // A database URL holds a password: it is not shown.
  const shown = /^DATABASE_|_SECRET$/.test(name) ? '' : ` = «${environment[name] ?? ''}»`
  const given = Reason.safeParse(issue.code === 'custom' ? issue.params : undefined).data
  const { vi, en } = given ?? { vi: issue.message, en: issue.message }
  return { vi: `${name}${shown}: ${vi}`, en: `${name}${shown}: ${en}` }
}

function tlsComplaints({ TLS_CERT: cert, TLS_KEY: key }: NodeJS.ProcessEnv) {
  return cert && key && isReadable(cert) && isReadable(key) ? certificateComplaints(cert, key) : []
}

/** Rules between variables, checked even when a single variable is wrong, so that one message names them all. */
function crossComplaints(given: NodeJS.ProcessEnv) {
  const complaints: Bilingual[] = []
  const isMissing = (name: string, other: string) =>
    complaints.push({
      vi: `${name}: phải có khi đã đặt ${other}`,
      en: `${name}: is needed when ${other} is set`
    })
  if (given.TLS_CERT && !given.TLS_KEY) isMissing('TLS_KEY', 'TLS_CERT')
  if (given.TLS_KEY && !given.TLS_CERT) isMissing('TLS_CERT', 'TLS_KEY')
  if (given.DATABASE_READ_URL && !given.DATABASE_URL) isMissing('DATABASE_URL', 'DATABASE_READ_URL')
  return [...complaints, ...mediaComplaints(given), ...tlsComplaints(given)]
}

/**
 * Reads the configuration; an empty variable counts as unset. `dataFolder`: in place of DATA_DIR. Throws one `ConfigError`
 * naming every bad variable.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, dataFolder?: string): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  const complaints = [
    ...(parsed.error?.issues ?? []).map((issue) => complaint(issue, given)),
    ...crossComplaints(given)
  ]
  if (!parsed.success || complaints.length > 0) throw new ConfigError(complaints)
  const { data } = parsed
  const dataDir = resolve(dataFolder ?? data.DATA_DIR)
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir,
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    publicUrl: data.PUBLIC_URL,
    tls: data.TLS_CERT && data.TLS_KEY ? { certFile: data.TLS_CERT, keyFile: data.TLS_KEY } : undefined,
    trustedProxies: data.TRUSTED_PROXIES,
    mediaS3: s3ConfigOf(data),
    demo: data.DEMO ?? !data.DATABASE_URL,
    backup: {
      dir: data.BACKUP_DIR === undefined ? join(dataDir, 'backups') : resolve(data.BACKUP_DIR),
      everyMs: data.BACKUP_EVERY,
      keep: data.BACKUP_KEEP,
      keyFile: data.BACKUP_KEY_FILE
    },
    logLevel: data.LOG_LEVEL
  }
}

/** The address under which this program is reached, as far as its configuration tells. No slash at its end. */
export function publicAddress({ publicUrl, tls, host, port }: Config): string {
  const named = host.includes(':') ? `[${host}]` : host
  return publicUrl ?? `${tls ? 'https' : 'http'}://${named}:${port}`
}

/** The locale of the person at the terminal, as the system names it (`en_US.UTF-8`); empty: not set. */
export const systemLocale = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.LC_ALL || environment.LANG || ''
