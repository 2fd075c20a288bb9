import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Địa bàn'
const PERIOD_S = 30

const totpOf = (secret: string, login: string) =>
  new TOTP({ issuer: ISSUER, label: login, secret: Secret.fromBase32(secret), period: PERIOD_S })

/** A new secret for a second factor, base 32. */
export const newTotpSecret = (): string => new Secret().base32

/** What an authenticator reads, as a QR picture or a link. */
export const otpauthUri = (secret: string, login: string): string => totpOf(secret, login).toString()

/** The 30 s step whose code this is, one step of clock difference either way; null: of none. `at` in ms. */
export function stepOfCode(secret: string, code: string, at = Date.now()): number | null {
  const delta = totpOf(secret, '').validate({ token: code, window: 1, timestamp: at })
  return delta === null ? null : Math.floor(at / 1000 / PERIOD_S) + delta
}
