const PATH = '/api/staff/reports/events'
/** A browser gives up for good when the answer is a refusal: while the server restarts, while nobody is signed in. */
const AGAIN_MS = 5000

/** Hears from the server that some report has changed. */
export class Live {
  /** Whether the server would tell; false also while it is being connected again. */
  on = $state(false)
  #last: string | undefined

  /** Tells `onchange` until ended; connects again by itself when the connection breaks or is refused. */
  follow(onchange: () => void) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => void (timer = setTimeout(() => (source = this.#listen(onchange, again)), AGAIN_MS))
    let source = this.#listen(onchange, again)
    return () => {
      clearTimeout(timer)
      source.close()
      this.on = false
    }
  }

  /** `onrefused`: the browser will not try again. */
  #listen(onchange: () => void, onrefused: () => void) {
    const source = new EventSource(PATH)
    source.addEventListener('open', () => (this.on = true))
    source.addEventListener('error', () => {
      this.on = false
      if (source.readyState === EventSource.CLOSED) onrefused()
    })
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      this.on = true
      if (data === this.#last) return
      this.#last = data
      onchange()
    })
    return source
  }
}
