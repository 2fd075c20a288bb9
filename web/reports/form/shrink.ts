/** What a photo may be when it leaves the phone. */
const LONGEST_PX = 2048
const MOST_BYTES = 500_000
const THUMBNAIL_PX = 160
const TYPE = 'image/jpeg'
/** Tried one after another; below the last the picture itself gets smaller. */
const QUALITIES = [0.85, 0.75, 0.62, 0.5]
const SMALLER = 0.75
const SMALLEST_PX = 320

/** The file is no picture that this browser can read. */
export class NoPicture extends Error {
  constructor(options?: ErrorOptions) {
    super('not a picture that this browser can read', options)
    this.name = 'NoPicture'
  }
}

/** Width and height that fit `longest`, never larger than they are. */
export function fitted(width: number, height: number, longest: number): [width: number, height: number] {
  const share = Math.min(1, longest / Math.max(width, height))
  return [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))]
}

/** The browser turns the picture as its EXIF says, and may decode it smaller than it is. */
async function load(file: Blob): Promise<{ image: HTMLImageElement; done: () => void }> {
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  const done = () => {
    URL.revokeObjectURL(address)
    image.src = ''
  }
  try {
    await image.decode()
    return { image, done }
  } catch (error) {
    done()
    throw new NoPicture({ cause: error })
  }
}

function draw(image: HTMLImageElement, longest: number): HTMLCanvasElement {
  const [width, height] = fitted(image.naturalWidth, image.naturalHeight, longest)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new NoPicture()
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return canvas
}

const encode = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NoPicture())), TYPE, quality)
  )

/** A canvas without pixels gives its memory back at once, where the collector would wait. */
const release = (canvas: HTMLCanvasElement) => Object.assign(canvas, { width: 0, height: 0 })

async function encodeSmall(image: HTMLImageElement): Promise<Blob> {
  for (let longest = LONGEST_PX; ; longest = Math.round(longest * SMALLER)) {
    const canvas = draw(image, longest)
    try {
      for (const quality of QUALITIES) {
        const blob = await encode(canvas, quality)
        if (blob.size <= MOST_BYTES || longest <= SMALLEST_PX) return blob
      }
    } finally {
      release(canvas)
    }
  }
}

/**
 * A photo as JPEG of at most 2,048 px and 500 kB, without any of its metadata, and a thumbnail as data URL. Holds one
 * picture in memory at a time. Throws NoPicture.
 */
export async function shrinkPhoto(file: Blob): Promise<{ picture: Blob; thumbnail: string }> {
  const { image, done } = await load(file)
  try {
    const picture = await encodeSmall(image)
    const small = draw(image, THUMBNAIL_PX)
    const thumbnail = small.toDataURL(TYPE, 0.6)
    release(small)
    return { picture, thumbnail }
  } finally {
    done()
  }
}
