import { afterEach, expect, test, vi } from 'vitest'
import { Live } from '../../web/reports/desk/live.svelte.ts'

/** What a browser's EventSource does, by hand. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static opened: FakeSource[] = []
  readyState = 0

  constructor() {
    super()
    FakeSource.opened.push(this)
  }
  close() {
    this.readyState = FakeSource.CLOSED
  }
  /** `forGood`: the answer was a refusal, after which a browser does not try again. */
  fail({ forGood }: { forGood: boolean }) {
    if (forGood) this.close()
    this.dispatchEvent(new Event('error'))
  }
  tell(data: string) {
    this.dispatchEvent(new MessageEvent('changed', { data }))
  }
}

function followed() {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.opened = []
  const onchange = vi.fn()
  const live = new Live()
  return { live, onchange, end: live.follow(onchange), opened: FakeSource.opened }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a server that refused once is asked again, and what it says then is heard', () => {
  const { live, onchange, opened } = followed()
  opened[0]?.tell('1')
  opened[0]?.fail({ forGood: true })
  expect(live.on).toBe(false)
  vi.advanceTimersByTime(5000)
  expect(opened).toHaveLength(2)
  opened[1]?.tell('1')
  expect(onchange).toHaveBeenCalledTimes(1)
  opened[1]?.tell('2')
  expect(onchange).toHaveBeenCalledTimes(2)
  expect(live.on).toBe(true)
})

test('a connection that only broke is the browser’s own to mend', () => {
  const { opened } = followed()
  opened[0]?.fail({ forGood: false })
  vi.advanceTimersByTime(60_000)
  expect(opened).toHaveLength(1)
})

test('when ended it is not opened again', () => {
  const { end, opened } = followed()
  opened[0]?.fail({ forGood: true })
  end()
  vi.advanceTimersByTime(60_000)
  expect(opened).toHaveLength(1)
})
