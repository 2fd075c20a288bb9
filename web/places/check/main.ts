import { v7 as newId } from 'uuid'
import type { Rate } from '../../../server/places/contract.ts'
import { measureDown, measureUp } from './measure.ts'
import { send, type Finding, type Sent } from './send.ts'

// The page stands in the HTML with every sentence (server/places/pages/check-page.ts); this shows what is due.

/** An element of the page; that it is there is the server's part. */
function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}`)
  return element
}

const root = part('check')
const words = root.dataset
const house = words['house'] ?? ''
const language = document.documentElement.lang
const key = new URLSearchParams(location.search).get('k') ?? ''
const lineUrl = `/api/cultural-houses/${house}/line?key=${encodeURIComponent(key)}`

/** Of the house's own clock, wherever the phone thinks that it is. */
const MOMENT = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh'
})

const PARTS = ['start', 'working', 'done', 'failed'] as const

function show(shown: (typeof PARTS)[number]) {
  for (const id of PARTS) part(id).hidden = id !== shown
}

function say(name: string) {
  show('working')
  part('say').textContent = words[name] ?? ''
}

function rateText(rate: Rate | undefined) {
  if (rate && 'mbps' in rate)
    return `${rate.mbps.toLocaleString(language, { maximumSignificantDigits: 3 })} Mbit/s`
  return words[rate && 'missing' in rate ? rate.missing : 'not_measured'] ?? ''
}

function showDone({ reachable, down, up }: Finding, at: string) {
  part('result').textContent = words[reachable ? 'reachable' : 'notReachable'] ?? ''
  part('down').textContent = rateText(reachable ? down : { missing: 'unreachable' })
  part('up').textContent = rateText(reachable ? up : { missing: 'unreachable' })
  part('at').textContent = MOMENT.format(new Date(at))
  show('done')
  part('done').focus()
}

function showFailed(sentence: string) {
  part('why').textContent = sentence
  show('failed')
  // The button that was pressed is gone: whoever has no pointer goes on from here.
  part('again').focus()
}

let finding: Finding | undefined

function take(sent: Sent, found: Finding) {
  if (sent.kind === 'recorded') showDone(found, sent.at)
  else showFailed(sent.kind === 'refused' ? sent.detail : (words['offline'] ?? ''))
}

async function record(found: Finding) {
  finding = found
  say('sending')
  take(await send(house, language, found), found)
}

/** Whether the phone says that it is on the mobile network; most say nothing. */
const isMobile = () =>
  // Not in the DOM's types: only some browsers have it.
  (navigator as { connection?: { type?: string } }).connection?.type === 'cellular'

const wasCut = (rate: Rate) => 'missing' in rate && rate.missing === 'interrupted'

async function measure() {
  if (isMobile()) return showFailed(words['mobile'] ?? '')
  say('measuringDown')
  const down = await measureDown(lineUrl)
  say('measuringUp')
  const up = await measureUp(lineUrl)
  // A Wifi without a way out: what is sent later, over another network, must not say that this one works.
  if (wasCut(down) && wasCut(up)) return showFailed(words['nothingCarried'] ?? '')
  await record({ id: newId(), key, reachable: true, down, up })
}

part('measure').addEventListener('click', () => void measure())
part('unreachable').addEventListener('click', () => void record({ id: newId(), key, reachable: false }))
// What was found is kept until it is sent; without a finding one begins again.
part('again').addEventListener('click', () => (finding ? void record(finding) : show('start')))
show('start')
