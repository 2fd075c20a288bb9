import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line as bad as they are at the edge of a network. */
export interface LineQuality {
  /** In each direction, shared by all connections. */
  bitsPerSecond: number
  /** One way. */
  delayMs: number
  /** Every so-manieth packet is lost: it, and what follows it on its connection, comes `againMs` later. */
  lostEach: number
  againMs: number
}

/** `up`: to the server. */
type Way = 'up' | 'down'

/** Breaks every connection once: so many bytes after a packet that begins so; at 0 the packet itself does not arrive. */
export interface Cut {
  way: Way
  at: RegExp
  afterBytes: number
}

const PACKET_BYTES = 1_400
/** What a phone's modem holds back. */
const QUEUE_BYTES = 16 * 1024

interface Line {
  quality: LineQuality | null
  /** When each direction has room again, by `performance.now()`. */
  free: Record<Way, number>
  packets: number
  cuts: (Cut & { left: number | null })[]
  requests: string[]
  sockets: Set<Socket>
}

/** Milliseconds until a packet arrives. */
function travel(line: Line, way: Way, bytes: number): number {
  if (!line.quality) return 0
  const { bitsPerSecond, delayMs, lostEach, againMs } = line.quality
  const now = performance.now()
  line.free[way] = Math.max(now, line.free[way]) + (bytes * 8_000) / bitsPerSecond
  line.packets += 1
  return line.free[way] - now + delayMs + (line.packets % lostEach === 0 ? againMs : 0)
}

/** Whether the line breaks at this packet. */
function breaksAt(line: Line, way: Way, packet: Buffer): boolean {
  for (const cut of line.cuts.filter((cut) => cut.way === way)) {
    if (cut.left === null && !cut.at.test(packet.toString('latin1'))) continue
    cut.left = (cut.left ?? cut.afterBytes + packet.length) - packet.length
    if (cut.left > 0) continue
    line.cuts.splice(line.cuts.indexOf(cut), 1)
    return true
  }
  return false
}

const breakAll = ({ sockets }: Line) => {
  for (const socket of sockets) socket.destroy()
}

/** Carries bytes from one socket to the other, packet by packet, in their order. */
function carry(line: Line, way: Way, from: Socket, to: Socket) {
  let arrival = 0
  let queued = 0
  const at = (ms: number, work: () => void) => {
    arrival = Math.max(arrival, performance.now() + ms)
    setTimeout(work, arrival - performance.now()).unref()
  }
  const deliver = (packet: Buffer) => {
    queued -= packet.length
    if (queued < QUEUE_BYTES) from.resume()
    if (to.destroyed) return
    if (breaksAt(line, way, packet)) breakAll(line)
    else to.write(packet)
  }
  from.on('data', (bytes) => {
    const head = way === 'up' && /^(POST|PATCH|HEAD) .*?\r\n\r\n/s.exec(bytes.toString('latin1'))
    if (head) line.requests.push(head[0])
    for (let start = 0; start < bytes.length; start += PACKET_BYTES) {
      const packet = bytes.subarray(start, start + PACKET_BYTES)
      queued += packet.length
      at(travel(line, way, packet.length), () => deliver(packet))
    }
    if (queued >= QUEUE_BYTES) from.pause()
  })
  from.once('end', () => at(0, () => to.end()))
}

function join(line: Line, phone: Socket, targetPort: number) {
  const server = connect({ host: '127.0.0.1', port: targetPort, noDelay: true })
  for (const [socket, other] of [
    [phone, server],
    [server, phone]
  ] as const) {
    line.sockets.add(socket)
    // What breaks is what this is for.
    socket.on('error', () => other.destroy())
    socket.once('close', () => {
      line.sockets.delete(socket)
      if (socket.errored) other.destroy()
    })
  }
  carry(line, 'up', phone, server)
  carry(line, 'down', server, phone)
}

/**
 * A way to a server of this machine that is as good as any until `become` is called; then as bad as it says, from packet
 * to packet, with the cuts that are named, each once. `requests`: the heads of those that send something, in their order.
 */
export async function startLine(targetPort: number) {
  const line: Line = {
    quality: null,
    free: { up: 0, down: 0 },
    packets: 0,
    cuts: [],
    requests: [],
    sockets: new Set()
  }
  const listener = createServer({ noDelay: true }, (phone) => join(line, phone, targetPort))
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    requests: line.requests,
    /** Cuts that did not happen yet. */
    pending: () => line.cuts.length,
    become(quality: LineQuality, cuts: readonly Cut[] = []) {
      line.quality = quality
      line.cuts = cuts.map((cut) => ({ ...cut, left: null }))
    },
    async stop() {
      breakAll(line)
      listener.close()
      await once(listener, 'close')
    }
  }
}
