type Ask<T> = (signal: AbortSignal) => Promise<T>

/** Something asked from the server, with the states that a screen has to show. The last question asked wins. */
export class Resource<T> {
  value = $state.raw<T>()
  error = $state.raw<unknown>()
  /** True while asking; the earlier value stays until the new one is here, or until none is to be had. */
  loading = $state(false)

  #ask: Ask<T> | undefined
  #about = ''
  #abort: AbortController | undefined

  /**
   * Asks; ends the question before it. The returned function ends this one. `about` names whose value it is: with
   * another name the earlier value is dropped at once, so that none is shown for something else.
   */
  load(ask: Ask<T>, about = ''): () => void {
    if (about !== this.#about) this.value = undefined
    this.#about = about
    this.#ask = ask
    this.#abort?.abort()
    const abort = (this.#abort = new AbortController())
    this.loading = true
    this.error = undefined
    ask(abort.signal).then(
      (value) => this.#settle(abort, () => (this.value = value)),
      (error: unknown) => this.#settle(abort, () => this.#fail(error))
    )
    return () => this.#end(abort)
  }

  /** Asks the last question again. */
  retry() {
    if (this.#ask) this.load(this.#ask, this.#about)
  }

  /** Forgets the value and ends the question. */
  clear() {
    this.#abort?.abort()
    this.value = undefined
    this.error = undefined
    this.loading = false
  }

  /** The earlier value answers another question: beside the error it would pass for the answer to this one. */
  #fail(error: unknown) {
    this.error = error
    this.value = undefined
  }

  #end(abort: AbortController) {
    abort.abort()
    if (abort === this.#abort) this.loading = false
  }

  #settle(abort: AbortController, apply: () => void) {
    if (abort.signal.aborted) return
    this.loading = false
    apply()
  }
}
