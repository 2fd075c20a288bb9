import { connect, type Socket } from 'node:net'

export interface Load {
  port: number
  connections: number
  ms: number
  /** The path of the next request, one after the other. */
  next: () => string
}

const HEADER_END = Buffer.from('\r\n\r\n')

/** The length of a whole response at the start of the bytes; undefined: more is to come. */
function responseLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(HEADER_END)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`Not 200: ${head.split('\r\n')[0]}`)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error('A response without content-length')
  return end + HEADER_END.length + Number(length)
}

/** Asks for one path after the other on one connection until the time is over; answers how many it got. */
function ask(socket: Socket, until: number, next: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    let received = Buffer.alloc(0)
    const send = () => socket.write(`GET ${next()} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
    socket.on('error', reject)
    socket.on('close', () => resolve(count))
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      try {
        const length = responseLength(received)
        if (length === undefined || received.length < length) return
        received = received.subarray(length)
        count++
        if (performance.now() < until) send()
        else socket.end()
      } catch (error) {
        socket.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    send()
  })
}

/**
 * Responses per second over keep-alive connections, each with one request under way. It reads no more than it must, so
 * that the server and not this is measured. Throws at the first response that is not 200.
 */
export async function load({ port, connections, ms, next }: Load): Promise<number> {
  const sockets = Array.from({ length: connections }, () =>
    connect({ port, host: '127.0.0.1', noDelay: true })
  )
  const start = performance.now()
  const counts = await Promise.all(sockets.map((socket) => ask(socket, start + ms, next)))
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start)
}
