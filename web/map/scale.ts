const STEPS = [1, 2, 3, 5]

/** The longest round length (1, 2, 3 or 5 times a power of ten, in metres) that `maxPx` pixels can show. */
export function scaleBar(metresPerPixel: number, maxPx: number): { metres: number; px: number } {
  const longest = metresPerPixel * maxPx
  const power = 10 ** Math.floor(Math.log10(longest))
  const step = STEPS.findLast((candidate) => candidate * power <= longest) ?? 1
  const metres = step * power
  return { metres, px: metres / metresPerPixel }
}
