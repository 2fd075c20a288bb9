import sharp from 'sharp'

/** A noisy picture, so that it has some size. */
export function photo({
  width = 640,
  height = 480,
  format = 'jpeg' as 'jpeg' | 'png' | 'webp' | 'avif'
} = {}) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 }
    }
  })
    .toFormat(format)
    .toBuffer()
}

/** A photo of 1200 × 900 that says who took it, and where (GPS). */
export const photoOf = async (author: string) =>
  sharp(await photo({ width: 1200, height: 900 }))
    .withExif({
      IFD0: { Artist: author },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '21/1 1/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 51/1 0/1'
      }
    })
    .jpeg()
    .toBuffer()

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // No reader gets as far as the checksums.
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}

/** A PNG that claims a size and holds next to nothing. */
export function emptyPng(width: number, height: number) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(64)),
    chunk('IEND', Buffer.alloc(0))
  ])
}
