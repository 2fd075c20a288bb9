const PATH = '/api/staff/reports/events'

/** Hears from the server that some report has changed. */
export class Live {
  /** Whether the server would tell; false also while the browser connects again. */
  on = $state(false)

  /** Tells `onchange` until ended; the browser connects again by itself when the connection breaks. */
  follow(onchange: () => void) {
    const source = new EventSource(PATH)
    let last: string | undefined
    source.addEventListener('open', () => (this.on = true))
    source.addEventListener('error', () => (this.on = false))
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      this.on = true
      if (data === last) return
      last = data
      onchange()
    })
    return () => {
      source.close()
      this.on = false
    }
  }
}
