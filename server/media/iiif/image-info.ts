/** Below this the thumbnail is used; larger ones are offered in halves. */
const SMALLEST_PX = 200
const TILE_PX = 512

/** 1, 2, 4 … up to where the whole picture is at most `longest`. */
function halvings(from: number, longest: number) {
  const factors = [1]
  for (let factor = 2; from / (factor / 2) > longest; factor *= 2) factors.push(factor)
  return factors
}

/** What a viewer asks first of a picture (`info.json`, IIIF Image API 3.0 section 5); `id`: its base address. */
export function imageInfo(id: string, { width, height }: { width: number; height: number }) {
  const longest = Math.max(width, height)
  const sizes = halvings(longest, SMALLEST_PX).map((factor) => ({
    width: Math.max(1, Math.round(width / factor)),
    height: Math.max(1, Math.round(height / factor))
  }))
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level1',
    width,
    height,
    sizes: sizes.toReversed(),
    tiles: [{ width: TILE_PX, scaleFactors: halvings(longest, TILE_PX) }],
    preferredFormats: ['webp'],
    extraQualities: ['color', 'gray'],
    extraFormats: ['webp'],
    extraFeatures: ['canonicalLinkHeader', 'profileLinkHeader']
  }
}
