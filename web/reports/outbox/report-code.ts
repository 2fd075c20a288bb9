/** Crockford's base 32: no letter that is mistaken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** A new secret of 60 random bits, as ReportCode of the contract. */
export function makeReportCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  // 256 is a multiple of 32: no letter is likelier than another.
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** As people read it: `7K3M-9QXT-2B4D`. */
export const showReportCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')

/** What people type back, in any case, grouped in any way and with O for 0, I or L for 1; null when it is no code. */
export function readReportCode(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\-.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters) ? letters : null
}
