import type { Picture } from '../map/capture.ts'
import { at, BAR_PX, drawNorth, drawScale, font, type Furniture } from '../map/map-furniture.ts'
import { scaleBar } from '../map/scale.ts'
import type { Look } from '../map/theme.ts'

/** What is drawn on the map of a sheet. */
export interface PrintFurniture extends Furniture {
  /** Whose land and data it is. */
  attribution: string
  /** Degrees clockwise from north. */
  bearing: number
  /** Ground metres under one CSS pixel of the picture. */
  metresPerPixel: number
}

const LOOK: Look = { flavour: 'light', locale: 'vi' }
/** CSS pixels of the map on A4 landscape beside its legend: the words are drawn so that they have their size there. */
const PAPER_PX = 775

/** Ground metres of the scale bar that is drawn on the picture. */
export const printedScaleM = (picture: Picture, metresPerPixel: number) =>
  scaleBar((metresPerPixel * picture.width) / PAPER_PX, BAR_PX).metres

/** Copies the map and draws scale, north, attribution and an edge on it, at any size of the picture. */
export function drawPrintPicture(canvas: HTMLCanvasElement, picture: Picture, furniture: PrintFurniture) {
  canvas.width = picture.canvas.width
  canvas.height = picture.canvas.height
  const context = canvas.getContext('2d')
  if (!context) return
  context.drawImage(picture.canvas, 0, 0)
  const size = picture.width / PAPER_PX
  const [width, height] = [PAPER_PX, picture.height / size]
  context.scale(picture.ratio * size, picture.ratio * size)
  at(context, 0, height, () => drawScale(context, furniture.metresPerPixel * size, furniture, LOOK))
  at(context, width - 24, 40, () => drawNorth(context, furniture.bearing, furniture, LOOK))
  at(context, width, height, () => drawAttribution(context, furniture.attribution))
  context.strokeStyle = '#7b8a93'
  context.lineWidth = 1.5
  context.strokeRect(0.75, 0.75, width - 1.5, height - 1.5)
}

/** Into the corner at the origin. */
function drawAttribution(context: CanvasRenderingContext2D, text: string) {
  context.font = font(400, 9)
  const width = context.measureText(text).width + 12
  context.fillStyle = 'rgba(255, 255, 255, 0.85)'
  context.fillRect(-width, -16, width, 16)
  context.fillStyle = '#4b5b64'
  context.fillText(text, -width + 6, -5)
}
