import type { Pack } from '../../../server/relics/pack-contract.ts'
import { forget, keptOf, type Kept } from './kept.ts'
import { NoRoomError, takeAlong } from './take-along.ts'

// The page of a tour stands in the HTML with every sentence (server/relics/pages/pack-section.ts); this keeps it offline.

/** An element of the page; that it is there is the server's part. */
function part<T extends HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  return element as T // the server's page has this element of this kind
}

const SCOPE = '/di-tich'
const WORKER = '/di-tich-sw.js'

const root = part('pack')
const language = document.documentElement.lang
const tour = root.dataset['tour'] ?? ''
const say = part('pack-say')
const save = part<HTMLButtonElement>('pack-save')
const cancel = part<HTMLButtonElement>('pack-cancel')
const remove = part<HTMLButtonElement>('pack-remove')
const progress = part<HTMLProgressElement>('pack-progress')

let pack: Pack | undefined
let kept: Kept | undefined
let taking: AbortController | undefined

const sizeText = (bytes: number) =>
  `${(bytes / 1e6).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
const whenText = (moment: string | Date) =>
  new Date(moment).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short'
  })

function words(name: string, { when, done }: { when?: string | Date; done?: number } = {}) {
  return (root.dataset[name] ?? '')
    .replace('{size}', sizeText(pack?.bytes ?? kept?.bytes ?? 0))
    .replace('{when}', when ? whenText(when) : '')
    .replace('{done}', sizeText(done ?? 0))
}

/** What can be done now; `sentence` where there is more to say than that. */
function show(sentence?: string) {
  const pressed = document.activeElement
  const isBusy = taking !== undefined
  const isNew = pack !== undefined && pack.version !== kept?.version
  root.hidden = false
  save.hidden = isBusy || !isNew || !pack?.fits
  save.textContent = words(kept ? 'update' : 'save')
  cancel.hidden = progress.hidden = !isBusy
  remove.hidden = isBusy || !kept
  say.textContent = sentence ?? state(isNew)
  if (pressed instanceof HTMLButtonElement && pressed.hidden) keepFocus()
}

/** A button that goes gives the focus to the one that takes its place, else to the sentence that says why it went. */
function keepFocus() {
  const next = [cancel, save].find(({ hidden }) => !hidden) ?? say
  next.focus({ preventScroll: true })
}

function state(isNew: boolean) {
  if (pack && !pack.fits) return words('tooHeavy')
  if (kept) return words(pack && isNew ? 'changed' : 'saved', { when: kept.savedAt })
  if (!pack) return words('unreachable')
  return words(pack.isReduced ? 'offerReduced' : 'offer')
}

/** undefined: there is no network. */
async function askPack(): Promise<Pack | undefined> {
  try {
    const answer = await fetch(root.dataset['pack'] ?? '')
    return answer.ok ? ((await answer.json()) as Pack) : undefined // the contract of the address
  } catch {
    return undefined
  }
}

/** Why nothing was kept, in words. */
function why(error: unknown) {
  if (error instanceof NoRoomError) return words('noRoom')
  return words(error instanceof DOMException && error.name === 'AbortError' ? 'stopped' : 'broke')
}

async function take(wanted: Pack) {
  const savedAt = new Date()
  taking = new AbortController()
  const { signal } = taking
  const onprogress = (done: number) => {
    progress.value = (100 * done) / Math.max(1, wanted.bytes)
    say.textContent = words('saving', { done })
  }
  show(words('saving'))
  let sentence: string | undefined
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE })
    const keptSentence = words('keptPage', { when: savedAt })
    await takeAlong({ tour, pack: wanted, keptSentence, savedAt, signal, onprogress })
    await navigator.storage?.persist?.()
  } catch (error) {
    sentence = why(error)
  }
  taking = undefined
  kept = await keptOf(tour)
  show(sentence)
}

async function takeAway() {
  const areOthersKept = await forget(tour)
  if (!areOthersKept) await (await navigator.serviceWorker.getRegistration(SCOPE))?.unregister()
  kept = undefined
  pack = await askPack()
  show(words('removed'))
}

async function start() {
  say.tabIndex = -1
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) {
    root.hidden = false
    say.textContent = words('unsupported')
    return
  }
  save.addEventListener('click', () => pack && void take(pack))
  cancel.addEventListener('click', () => taking?.abort())
  remove.addEventListener('click', () => void takeAway())
  kept = await keptOf(tour)
  pack = await askPack()
  show()
}

void start()
