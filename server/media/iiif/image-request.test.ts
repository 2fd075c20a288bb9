import { describe, expect, test } from 'vitest'
import { HttpError } from '../../http/errors.ts'
import { imageInfo } from './image-info.ts'
import { imageRequestOf } from './image-request.ts'

const IMAGE = { width: 1600, height: 1000 }
const ask = (path: string, image = IMAGE) => {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/')
  return imageRequestOf({ region, size, rotation, file }, image)
}
function statusOf(path: string) {
  try {
    ask(path)
  } catch (error) {
    return error instanceof HttpError ? error.statusCode : String(error)
  }
  return 200
}

describe('what level 1 asks for', () => {
  test.each([
    ['full/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['full/1600,/0/default.jpg', 'full/max/0/default.jpg'],
    ['full/800,/0/default.jpg', 'full/800,500/0/default.jpg'],
    ['full/,500/0/default.jpg', 'full/800,500/0/default.jpg'],
    ['full/800,500/0/color.webp', 'full/800,500/0/default.webp'],
    ['full/300,300/0/gray.jpg', 'full/300,300/0/gray.jpg'],
    ['square/max/0/default.jpg', '300,0,1000,1000/max/0/default.jpg'],
    ['square/100,/0/default.jpg', '300,0,1000,1000/100,100/0/default.jpg'],
    ['0,0,1600,1000/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['10,20,100,50/max/0/default.jpg', '10,20,100,50/max/0/default.jpg'],
    // Cropped at the edge, not filled up.
    ['1500,900,512,512/max/0/default.jpg', '1500,900,100,100/max/0/default.jpg'],
    ['1500,900,512,512/50,/0/default.jpg', '1500,900,100,100/50,50/0/default.jpg'],
    ['0,0,1600,1/10,/0/default.jpg', '0,0,1600,1/10,1/0/default.jpg']
  ])('%s', (path, canonical) => {
    expect(ask(path).canonical).toBe(canonical)
    expect(ask(canonical).canonical).toBe(canonical)
  })
})

describe('refused', () => {
  test.each([
    ['pct:0,0,50,50/max/0/default.jpg', 501],
    ['full/^max/0/default.jpg', 501],
    ['full/^3200,/0/default.jpg', 501],
    ['full/!100,100/0/default.jpg', 501],
    ['full/pct:50/0/default.jpg', 501],
    ['full/1601,/0/default.jpg', 400],
    ['full/,1001/0/default.jpg', 400],
    ['full/1600,1001/0/default.jpg', 400],
    ['10,10,100,100/101,/0/default.jpg', 400],
    ['full/0,/0/default.jpg', 400],
    ['full/,0/0/default.jpg', 400],
    ['full/,/0/default.jpg', 400],
    ['full/full/0/default.jpg', 400],
    ['0,0,0,10/max/0/default.jpg', 400],
    ['1600,0,10,10/max/0/default.jpg', 400],
    ['-1,0,10,10/max/0/default.jpg', 400],
    ['1.5,0,10,10/max/0/default.jpg', 400],
    ['whole/max/0/default.jpg', 400],
    ['full/max/90/default.jpg', 400],
    ['full/max/!0/default.jpg', 400],
    ['full/max/361/default.jpg', 400],
    ['full/max/0/bitonal.jpg', 400],
    ['full/max/0/constructor.jpg', 400],
    ['full/max/0/default.png', 400],
    ['full/max/0/default', 400]
  ])('%s with %i', (path, status) => expect(statusOf(path)).toBe(status))
})

describe('info.json', () => {
  test.each([
    [1600, 1000],
    [2048, 1365],
    [1365, 2048],
    [150, 100],
    [1, 2000]
  ])('of %i × %i promises only sizes and tiles that are served', (width, height) => {
    const { sizes, tiles } = imageInfo('https://x.vn/iiif/1', { width, height })
    for (const size of sizes)
      expect(ask(`full/${size.width},${size.height}/0/default.jpg`, { width, height }).size).toEqual(size)
    for (const { width: tile, scaleFactors } of tiles)
      for (const factor of scaleFactors) {
        const covered = tile * factor
        const [w, h] = [Math.min(covered, width), Math.min(covered, height)]
        const path = `0,0,${covered},${covered}/${Math.ceil(w / factor)},${Math.ceil(h / factor)}/0/default.jpg`
        expect(() => ask(path, { width, height })).not.toThrow()
      }
    const largest = Math.max(...tiles.flatMap(({ scaleFactors }) => scaleFactors))
    expect(Math.max(width, height) / largest).toBeLessThanOrEqual(512)
  })
})
