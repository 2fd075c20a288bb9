import sharp from 'sharp'

const PICTURES = 8
const [WIDTH, HEIGHT] = [2048, 1536]
/** What a phone sends of a photo: shrunk to 2,048 px, a few hundred kilobytes. */
const [LEAST_BYTES, MOST_BYTES] = [200_000, 400_000]

/** A picture as detailed as a photo: soft noise under fine noise. */
async function photo(seed: number) {
  const noise = (width: number, height: number, sigma: number) =>
    sharp({
      create: {
        width,
        height,
        channels: 3,
        background: '#777',
        noise: { type: 'gaussian', mean: 110 + seed * 4, sigma }
      }
    })
  const soft = await noise(64, 48, 60).resize(WIDTH, HEIGHT).png().toBuffer()
  const fine = await noise(WIDTH / 4, HEIGHT / 4, 30)
    .resize(WIDTH, HEIGHT)
    .png()
    .toBuffer()
  const bytes = await sharp(soft)
    .composite([{ input: fine, blend: 'soft-light' }])
    .jpeg({ quality: 64 })
    .toBuffer()
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES)
    throw new Error(`A photo of ${bytes.length} bytes is none that a phone sends`)
  return bytes
}

let made: Promise<Buffer[]> | undefined

/** Pictures as phones send them: 2,048 px, 200 to 400 kB. Made once. */
export const photos = () => (made ??= Promise.all(Array.from({ length: PICTURES }, (_, seed) => photo(seed))))
