import { accessSync, constants } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { certificateComplaints } from './http/certificate.ts'
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

const databaseUrl = z
  .string()
  .refine((text) => isUrl(text, ['postgres:', 'postgresql:']), 'phải có dạng postgres://người-dùng@máy/csdl')

const publicUrl = z
  .string()
  .refine((text) => isUrl(text, ['http:', 'https:']), 'phải là địa chỉ http:// hoặc https:// đầy đủ')
  .refine((text) => !/[?#]/.test(text), 'không được có dấu ? hoặc #')
  .transform((text) => text.replace(/\/+$/, ''))

const file = z
  .string()
  .transform((path) => resolve(path))
  .refine(isReadable, 'phải là tệp tồn tại và đọc được')

const proxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => PROXY_NAMES.includes(part) || isAddressRange(part)),
    `phải là danh sách địa chỉ IP, dải CIDR hoặc ${PROXY_NAMES.join(', ')}, cách nhau bằng dấu phẩy`
  )

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'phải là số nguyên từ 0 đến 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'phải là số nguyên từ 0 đến 65535')
    .default(8080),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'phải là tên máy hoặc địa chỉ IP')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./.diaban'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_READ_URL: databaseUrl.optional(),
  PUBLIC_URL: publicUrl.optional(),
  TLS_CERT: file.optional(),
  TLS_KEY: file.optional(),
  TRUSTED_PROXIES: proxies.default([]),
  DEMO: z
    .enum(['0', '1', 'false', 'true'], 'phải là 1, 0, true hoặc false')
    .transform((text) => text === '1' || text === 'true')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'phải là fatal, error, warn, info, debug, trace hoặc silent'
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
  demo: boolean
  logLevel: string
}

/** A configuration that cannot be used; the message names every bad variable and what each must be. */
export class ConfigError extends Unusable {
  constructor(complaints: string[]) {
    super(['Cấu hình sai, chương trình chưa chạy:', ...complaints.map((line) => `  - ${line}`)].join('\n'))
  }
}

function complaint(issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv) {
  const name = String(issue.path[0])
  // A database URL holds a password: it is not shown.
  const shown = name.startsWith('DATABASE_') ? '' : ` = «${environment[name] ?? ''}»`
  return `${name}${shown}: ${issue.message}`
}

function tlsComplaints({ TLS_CERT: cert, TLS_KEY: key }: NodeJS.ProcessEnv) {
  return cert && key && isReadable(cert) && isReadable(key) ? certificateComplaints(cert, key) : []
}

/** Rules between variables, checked even when a single variable is wrong, so that one message names them all. */
function crossComplaints(given: NodeJS.ProcessEnv) {
  const complaints: string[] = []
  if (given.TLS_CERT && !given.TLS_KEY) complaints.push('TLS_KEY: phải có khi đã đặt TLS_CERT')
  if (given.TLS_KEY && !given.TLS_CERT) complaints.push('TLS_CERT: phải có khi đã đặt TLS_KEY')
  if (given.DATABASE_READ_URL && !given.DATABASE_URL)
    complaints.push('DATABASE_URL: phải có khi đã đặt DATABASE_READ_URL')
  return [...complaints, ...tlsComplaints(given)]
}

/** Reads the configuration; an empty variable counts as unset. Throws one `ConfigError` naming every bad variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  const complaints = [
    ...(parsed.error?.issues ?? []).map((issue) => complaint(issue, given)),
    ...crossComplaints(given)
  ]
  if (!parsed.success || complaints.length > 0) throw new ConfigError(complaints)
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    publicUrl: data.PUBLIC_URL,
    tls: data.TLS_CERT && data.TLS_KEY ? { certFile: data.TLS_CERT, keyFile: data.TLS_KEY } : undefined,
    trustedProxies: data.TRUSTED_PROXIES,
    demo: data.DEMO ?? !data.DATABASE_URL,
    logLevel: data.LOG_LEVEL
  }
}

/** The locale of the person at the terminal, as the system names it (`en_US.UTF-8`); empty: not set. */
export const systemLocale = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.LC_ALL || environment.LANG || ''
