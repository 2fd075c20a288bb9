const RATE = 11_025
const SECONDS = 9
const STROKES = [0, 3, 6]
/** Partials of a bronze bell: how often its ground tone, how loud, and how fast they fade. */
const PARTIALS = [
  { times: 0.5, loud: 0.6, fade: 0.55 },
  { times: 1, loud: 1, fade: 0.8 },
  { times: 1.19, loud: 0.5, fade: 1.3 },
  { times: 1.5, loud: 0.35, fade: 1.9 },
  { times: 2, loud: 0.45, fade: 2.4 }
]
const TONE_HZ = 196
const LOUDNESS = 9000

const stroke = (seconds: number) =>
  seconds < 0
    ? 0
    : PARTIALS.reduce(
        (sum, { times, loud, fade }) =>
          sum + loud * Math.exp(-fade * seconds) * Math.sin(2 * Math.PI * TONE_HZ * times * seconds),
        0
      )

function head(samples: number) {
  const bytes = Buffer.alloc(44)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(RATE, 24)
  bytes.writeUInt32LE(RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples * 2, 40)
  return bytes
}

/** Three strokes of a bell that nobody cast: WAV, 16 bits; always the same bytes. */
export function ringBell(): Buffer {
  const samples = RATE * SECONDS
  const sound = Buffer.alloc(samples * 2)
  for (let at = 0; at < samples; at++) {
    const value = STROKES.reduce((sum, begin) => sum + stroke(at / RATE - begin), 0)
    sound.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(value * LOUDNESS))), at * 2)
  }
  return Buffer.concat([head(samples), sound])
}
