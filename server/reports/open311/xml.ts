import { XMLBuilder } from 'fast-xml-parser'

/** How the members of a list are called, by the name of the list. */
const MEMBERS: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  endpoints: 'endpoint',
  formats: 'format',
  media: 'medium'
}

// What XML 1.0 cannot carry even escaped: control characters, halves of pairs, and two that mean nothing.
const UNSPEAKABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const builder = new XMLBuilder({ format: true, suppressEmptyNode: true, processEntities: true })

function node(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.replace(UNSPEAKABLE, '\ufffd')
  if (Array.isArray(value)) {
    const member = MEMBERS[name] ?? 'item'
    return { [member]: value.map((item) => node(member, item)) }
  }
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, node(key, item)]))
}

/** A document: the value's members as elements in their order, null as an empty element, every text escaped. */
export const xmlOf = (root: string, value: unknown) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: node(root, value) })}`
