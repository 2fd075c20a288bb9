// The list of relics stands in the HTML (server/relics/pages/near-section.ts); this sorts it by where the reader stands.
// The place stays on the device where the whole list is on the page.

const EARTH_RADIUS_M = 6_371_000
/** Degrees, about 100 m: nothing finer leaves the device. */
const DIGITS_SENT = 3

interface Place {
  lat: number
  lng: number
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the sphere; within half a percent of the spheroid. */
function metresBetween(one: Place, other: Place) {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const share =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lng, other.lng)
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(share))
}

function distanceText(metres: number, language: string) {
  if (metres < 995) return `${(Math.round(metres / 10) * 10).toLocaleString(language)} m`
  return `${(metres / 1000).toLocaleString(language, { maximumFractionDigits: metres < 9950 ? 1 : 0 })} km`
}

const button = document.getElementById('near-me')
const say = document.getElementById('near-say')
const list = document.querySelector('#relics')
const language = document.documentElement.lang

function tell(name: string) {
  if (say && button) say.textContent = button.dataset[name] ?? ''
}

function placeOf(card: HTMLElement): Place {
  const [lat = 0, lng = 0] = (card.dataset['at'] ?? '').split(',').map(Number)
  return { lat, lng }
}

/** Puts the cards in order, nearest first, each with how far it is. */
function sort(cards: readonly HTMLElement[], from: Place) {
  const far = cards.map((card) => ({ card, metres: metresBetween(from, placeOf(card)) }))
  for (const { card, metres } of [...far].sort((one, other) => one.metres - other.metres)) {
    const shown =
      card.querySelector('.far') ?? card.querySelector('.meta')?.appendChild(document.createElement('span'))
    if (shown) {
      shown.className = 'far'
      shown.textContent = distanceText(metres, language)
    }
    list?.append(card)
  }
  tell('sorted')
}

/** The server sorts a list of several pages; it is told the place to within 100 m. */
function askServer({ lat, lng }: Place) {
  const query = new URLSearchParams(location.search)
  query.delete('offset')
  query.set('near', `${lat.toFixed(DIGITS_SENT)},${lng.toFixed(DIGITS_SENT)}`)
  query.set('sort', 'distance')
  location.search = query.toString()
}

function found({ coords: { latitude: lat, longitude: lng } }: GeolocationPosition) {
  const cards = [...document.querySelectorAll<HTMLElement>('#relics > li[data-at]')]
  if (button?.dataset['whole'] === 'true') sort(cards, { lat, lng })
  else askServer({ lat, lng })
}

function refused({ code, PERMISSION_DENIED }: GeolocationPositionError) {
  tell(code === PERMISSION_DENIED ? 'denied' : 'unknown')
}

const section = document.getElementById('near')
if (section && button && 'geolocation' in navigator) {
  section.hidden = false
  button.addEventListener('click', () => {
    tell('asking')
    navigator.geolocation.getCurrentPosition(found, refused, {
      enableHighAccuracy: true,
      timeout: 20_000,
      maximumAge: 60_000
    })
  })
}
