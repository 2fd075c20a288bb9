/** A whole domain below its own star. */
const WILDCARD = /^(https?:\/\/)\*\.(.+)$/i
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** How many names a wildcard leaves to its owner at least: `*.vn` would be everybody. */
const WILDCARD_NAMES = 3

function originOf(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const isBare = url.username === '' && url.password === ''
  return isBare && /^https?:$/.test(url.protocol) ? url : null
}

/**
 * The origin of a website as Content Security Policy writes it (`https://xa.example.vn`, `https://*.xa.example.vn`), from
 * what a person types: without protocol https is meant; path and query are left out. Null: it names no website.
 */
export function siteOrigin(text: string): string | null {
  const typed = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`
  const wildcard = WILDCARD.exec(address)
  const url = originOf(wildcard ? `${wildcard[1]}${wildcard[2]}` : address)
  if (!url || !(HOST.test(url.hostname) || url.hostname === 'localhost')) return null
  if (!wildcard) return url.origin
  if (url.hostname.split('.').length < WILDCARD_NAMES) return null
  return `${url.protocol}//*.${url.host}`
}
