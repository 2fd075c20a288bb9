/** Something asked from the server, with the states that a screen has to show. The last question asked wins. */
export class Resource<T> {
  value = $state.raw<T>()
  error = $state.raw<unknown>()
  /** True while asking; the earlier value stays until the new one is here. */
  loading = $state(false)

  #ask: ((signal: AbortSignal) => Promise<T>) | undefined
  #abort: AbortController | undefined

  /** Asks. Ends the question before it; the returned function ends this one. */
  load(ask: (signal: AbortSignal) => Promise<T>): () => void {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#ask = ask
    this.loading = true
    this.error = undefined
    ask(abort.signal).then(
      (value) => this.#settle(abort, () => (this.value = value)),
      (error: unknown) => this.#settle(abort, () => (this.error = error))
    )
    return () => abort.abort()
  }

  /** Asks the last question again. */
  retry() {
    if (this.#ask) this.load(this.#ask)
  }

  /** Forgets the value and ends the question. */
  clear() {
    this.#abort?.abort()
    this.value = undefined
    this.error = undefined
    this.loading = false
  }

  #settle(abort: AbortController, apply: () => void) {
    if (abort.signal.aborted) return
    this.loading = false
    apply()
  }
}
