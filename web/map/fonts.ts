// web/ui/fonts.css brings the files. MapLibre draws labels with them and looks at the weight in the first name only.
export const REGULAR = ['Be Vietnam Pro']
export const SEMIBOLD = ['Be Vietnam Pro SemiBold', 'Be Vietnam Pro']

/** One letter of each file of the family: latin, vietnamese. */
const SAMPLE = 'aạ'

/** Waits for the letters that labels need; MapLibre asks for a blank only and would draw a stand-in font. */
export async function loadLabelFonts(): Promise<void> {
  const weights = [400, 600].map((weight) => document.fonts.load(`${weight} 16px "Be Vietnam Pro"`, SAMPLE))
  // A font that does not arrive costs the typeface, not the map.
  await Promise.allSettled(weights)
}
