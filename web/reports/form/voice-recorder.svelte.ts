/** What a voice note lasts at most, and what it may weigh: 60 s at 24 kbit/s are 180 kB. */
export const LONGEST_VOICE_S = 60
const BITS_PER_SECOND = 24_000
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export type VoiceProblem = 'denied' | 'unavailable'

/** Records one voice note. Never throws: what fails stands in `problem`. */
export class VoiceRecorder {
  recording = $state(false)
  seconds = $state(0)
  problem = $state<VoiceProblem | null>(null)
  /** The browser is asking whether the page may use the microphone. */
  asking = false
  #isEnded = false
  #recorder: MediaRecorder | undefined

  /** Whether this browser can record at all; plain http cannot. */
  static get isPossible() {
    return 'MediaRecorder' in globalThis && navigator.mediaDevices !== undefined
  }

  /** Asks for the microphone and records until `stop`, at most a minute; null when nothing was recorded. */
  async record(): Promise<Blob | null> {
    this.problem = null
    const stream = await this.#microphone()
    if (!stream) return null
    if (this.#isEnded) {
      endTracks(stream)
      return null
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
    const options = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType ? { mimeType } : {}) }
    const recorder = (this.#recorder = new MediaRecorder(stream, options))
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
    recorder.start()
    const ticking = this.#tick()
    await stopped
    clearInterval(ticking)
    this.recording = false
    endTracks(stream)
    const content = new Blob(parts, { type: recorder.mimeType })
    return content.size > 0 ? content : null
  }

  stop() {
    if (this.#recorder?.state === 'recording') this.#recorder.stop()
  }

  /** Stops for good: a microphone that is granted later records nothing. */
  end() {
    this.#isEnded = true
    this.stop()
  }

  #tick() {
    this.recording = true
    this.seconds = 0
    return setInterval(() => {
      this.seconds += 1
      if (this.seconds >= LONGEST_VOICE_S) this.stop()
    }, 1000)
  }

  async #microphone(): Promise<MediaStream | null> {
    this.asking = true
    try {
      return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
    } catch (error) {
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError'
      this.problem = isDenied ? 'denied' : 'unavailable'
      return null
    } finally {
      this.asking = false
    }
  }
}

function endTracks(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}
