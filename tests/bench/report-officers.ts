import { get } from 'node:http'
import { connect } from './small-client.ts'

// Officers with the inbox open, as `web/reports/desk` keeps it: the stream of events, and the list whenever it tells of a
// change.

const LIST =
  '/api/staff/reports?state=new,received,assigned,in_progress,waiting_for_reporter&sort=due&limit=100'
const PACKED = { 'accept-encoding': 'gzip, deflate, br' }
const EVENTS = '/api/staff/reports/events'

/** What officers do until told to go; `lists`: milliseconds of each reading of the list. */
export interface Officers {
  lists: number[]
  /** Ends all of it; throws what went wrong meanwhile. */
  leave: () => Promise<void>
}

function watch(port: number, cookie: string, lists: number[], fail: (error: Error) => void) {
  const { ask, end } = connect(port, { cookie })
  const reading = new Set<Promise<void>>()
  let isOver = false
  const read = () => {
    const one = ask('GET', LIST, 200, { headers: PACKED })
      .then(({ ms }) => void lists.push(ms))
      .catch(fail)
      .finally(() => reading.delete(one))
    reading.add(one)
  }
  const stream = get({ host: '127.0.0.1', port, path: EVENTS, headers: { cookie } }, (answer) => {
    if (answer.statusCode !== 200) fail(new Error(`The events: ${answer.statusCode}`))
    answer.setEncoding('utf8')
    // An event is one small write, which arrives in one piece.
    answer.on('data', (piece: string) => piece.includes('event: changed') && !isOver && read())
    answer.once('end', () => isOver || fail(new Error('The stream of events ended')))
  })
  stream.on('error', (error) => isOver || fail(error))
  return async () => {
    isOver = true
    stream.destroy()
    await Promise.all(reading)
    end()
  }
}

/** Everybody who holds one of these sessions watches the inbox. */
export function watchInbox(port: number, sessions: readonly string[]): Officers {
  const lists: number[] = []
  const failures: Error[] = []
  const leaving = sessions.map((session) =>
    watch(port, `diaban_session=${session}`, lists, (error) => failures.push(error))
  )
  return {
    lists,
    async leave() {
      await Promise.all(leaving.map((leave) => leave()))
      if (failures[0]) throw failures[0]
    }
  }
}
