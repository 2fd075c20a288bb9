import { isIPv6 } from 'node:net'

/** The first four groups of an IPv6 address: what one line or phone gets. */
function network(address: string) {
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return groups.slice(0, 4).join(':')
}

/** Where a request comes from, as far as one sender can be told from another: an IPv4 address, or the /64 of an IPv6 one. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIPv6(plain) ? `${network(plain.toLowerCase())}::/64` : plain
}
