import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const message = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    return String(error)
  }
  return ''
}

describe('readConfig', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: resolve('.diaban'),
      databaseUrl: undefined,
      databaseReadUrl: undefined,
      publicUrl: undefined,
      tls: undefined,
      trustedProxies: [],
      mediaS3: undefined,
      demo: true,
      backup: { dir: resolve('.diaban/backups'), everyMs: 604_800_000, keep: 8, keyFile: undefined },
      logLevel: 'info'
    })
  })

  test('takes an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, databaseUrl: undefined })
  })

  test('shows no demo on a database of its own, unless asked to', () => {
    const DATABASE_URL = 'postgres://db/map'

    expect(readConfig({ DATABASE_URL }).demo).toBe(false)
    expect(readConfig({ DATABASE_URL, DEMO: '1' }).demo).toBe(true)
    expect(readConfig({ DEMO: 'false' }).demo).toBe(false)
  })

  test('makes backups weekly at least, or is told that somebody else does', () => {
    expect(readConfig({ BACKUP_EVERY: '12h', BACKUP_KEEP: '30' }).backup).toMatchObject({
      everyMs: 43_200_000,
      keep: 30
    })
    expect(readConfig({ BACKUP_EVERY: 'off' }).backup.everyMs).toBeNull()
    for (const span of ['0h', '8d', '7', 'weekly'])
      expect(message({ BACKUP_EVERY: span })).toContain(`BACKUP_EVERY = «${span}»: phải có dạng`)
    expect(message({ BACKUP_KEEP: '0', BACKUP_KEY_FILE: '/none' })).toMatch(
      /BACKUP_KEEP.*\n.*BACKUP_KEY_FILE/
    )
  })

  test('keeps files in an S3-compatible store only when all is said of it', () => {
    const given = {
      MEDIA_S3_URL: 'https://s3.vn/',
      MEDIA_S3_BUCKET: 'anh-xa',
      MEDIA_S3_KEY: 'k',
      MEDIA_S3_SECRET: 's'
    }

    expect(readConfig(given).mediaS3).toEqual({
      url: 'https://s3.vn',
      bucket: 'anh-xa',
      key: 'k',
      secret: 's',
      region: 'us-east-1'
    })
    const text = message({
      MEDIA_S3_URL: 'ftp://s3.vn',
      MEDIA_S3_BUCKET: 'Ảnh',
      MEDIA_S3_SECRET: 'rất bí mật'
    })
    for (const name of ['MEDIA_S3_URL', 'MEDIA_S3_BUCKET', 'MEDIA_S3_KEY']) expect(text).toContain(name)
    expect(text).not.toContain('rất bí mật')
  })

  test('drops the slash at the end of the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://ban-do.vn/xa/' }).publicUrl).toBe('https://ban-do.vn/xa')
  })

  test('names every bad variable at once', () => {
    const text = message({
      PORT: '80a',
      HOST: 'a b',
      DATABASE_URL: 'mysql://root:secret@db',
      DATABASE_READ_URL: 'db',
      PUBLIC_URL: 'ban-do.vn',
      TLS_CERT: '/nowhere/cert.pem',
      TRUSTED_PROXIES: 'loopback,300.1.1.1',
      DEMO: 'yes',
      LOG_LEVEL: 'loud'
    })

    for (const name of [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'DATABASE_READ_URL',
      'PUBLIC_URL',
      'TLS_CERT',
      'TLS_KEY'
    ])
      expect(text).toContain(`- ${name}`)
    for (const name of ['TRUSTED_PROXIES', 'DEMO', 'LOG_LEVEL']) expect(text).toContain(`- ${name}`)
    expect(text).not.toContain('secret')
  })

  test.each(['65536', '-1', '1.5', '8080 '.repeat(3)])('refuses the port %j', (PORT) => {
    expect(message({ PORT })).toContain('PORT')
  })

  test.each(['10.0.0.0/33', '::1/129', 'proxy', '10.0.0.1,,', '10.0.0.0/'])(
    'refuses the proxies %j',
    (range) => {
      expect(message({ TRUSTED_PROXIES: range })).toContain('TRUSTED_PROXIES')
    }
  )

  test('refuses a replica without its primary', () => {
    expect(message({ DATABASE_READ_URL: 'postgres://replica/map' })).toContain('DATABASE_URL: phải có')
  })

  test('tells it in both languages, each in its own words', () => {
    const bad = { PORT: 'x', DEMO: 'yes', TLS_KEY: '/nowhere', TRUSTED_PROXIES: 'x', LOG_LEVEL: 'loud' }
    let told: unknown
    try {
      readConfig(bad)
    } catch (error) {
      told = error
    }
    const { vi, en } = told instanceof ConfigError ? told.sentence : { vi: '', en: '' }

    expect(en.match(/^  - \w+/gm)).toEqual(vi.match(/^  - \w+/gm))
    expect(en).toContain('PORT = «x»: must be a whole number from 0 to 65535')
    expect(en).toContain('TLS_CERT: is needed when TLS_KEY is set')
    expect(en).not.toMatch(/phải|Cấu hình/)
  })
})
