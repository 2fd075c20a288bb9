import { BlockList, isIPv4 } from 'node:net'

const NAMED: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']
}

/** Whether an address is one of the trusted proxies; given IPs, CIDR ranges and Fastify's names (`loopback` …). */
export function trustsAddress(proxies: string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const range of proxies.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = range.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    list.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family)
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
    return plain !== '' && list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6')
  }
}
