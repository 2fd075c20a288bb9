import type { Box } from '../../../server/media/contract.ts'
import { boxAfterKey, boxBetween, movedBox, nextBox, type SharePoint } from './boxes.ts'

type Grip = { kind: 'draw'; from: SharePoint } | { kind: 'move'; from: SharePoint; index: number; box: Box }

/** Boxes that are drawn, moved and removed by pointer or keys; the list itself is the caller's. */
export class BoxDrawing {
  /** The box under the pointer before it is let go. */
  draft = $state.raw<Box | null>(null)
  /** The box that keys and the button speak of. */
  chosen = $state<number>()
  /** The box that the button added last: it takes the focus. */
  added: number | undefined
  #grip: Grip | undefined
  readonly #read: () => readonly Box[]
  readonly #write: (boxes: Box[]) => void

  constructor(read: () => readonly Box[], write: (boxes: Box[]) => void) {
    this.#read = read
    this.#write = write
  }

  begin(event: PointerEvent & { currentTarget: HTMLElement }) {
    if (event.button !== 0) return
    const from = shareOf(event, event.currentTarget)
    const index = Number(event.target instanceof HTMLElement ? (event.target.dataset['box'] ?? NaN) : NaN)
    const box = this.#read()[index]
    this.#grip = box ? { kind: 'move', from, index, box } : { kind: 'draw', from }
    if (box) this.chosen = index
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  move(event: PointerEvent & { currentTarget: HTMLElement }) {
    const grip = this.#grip
    if (!grip) return
    const at = shareOf(event, event.currentTarget)
    if (grip.kind === 'draw') this.draft = boxBetween(grip.from, at)
    else this.#put(grip.index, movedBox(grip.box, at.x - grip.from.x, at.y - grip.from.y))
  }

  end() {
    if (this.draft) {
      this.chosen = this.#read().length
      this.#write([...this.#read(), this.draft])
    }
    this.#grip = undefined
    this.draft = null
  }

  add() {
    const boxes = this.#read()
    this.added = this.chosen = boxes.length
    this.#write([...boxes, nextBox(boxes.length)])
  }

  key(event: KeyboardEvent, index: number) {
    const box = this.#read()[index]
    if (!box) return
    const next = boxAfterKey(box, event)
    if (next) this.#put(index, next)
    else if (event.key === 'Delete' || event.key === 'Backspace') this.removeChosen()
    else return
    event.preventDefault()
  }

  removeChosen() {
    this.#write(this.#read().filter((_, i) => i !== this.chosen))
    this.chosen = undefined
  }

  #put(index: number, box: Box) {
    this.#write(this.#read().map((old, i) => (i === index ? box : old)))
  }
}

/** Where a pointer is, as shares of the element. */
function shareOf({ clientX, clientY }: PointerEvent, element: HTMLElement): SharePoint {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}
