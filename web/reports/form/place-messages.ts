import type { Message } from '../../i18n/i18n.svelte.ts'

/** Every word of choosing the place. */
export const messages = {
  placeTitle: { vi: 'Ở đâu?', en: 'Where is it?' },
  placeConfirm: { vi: 'Đúng chỗ này', en: 'It is here' },
  placeMap: { vi: 'Bản đồ chọn vị trí', en: 'Map to choose the place' },
  placeMapLoading: { vi: 'Đang tải bản đồ…', en: 'Loading the map…' },
  placeSearching: {
    vi: 'Đang tìm vị trí của bạn… Hoặc kéo bản đồ để ghim vào đúng chỗ.',
    en: 'Finding your location… Or move the map until the pin is right.'
  },
  placeMove: { vi: 'Kéo bản đồ để ghim vào đúng chỗ.', en: 'Move the map until the pin is right.' },
  placeGood: { vi: 'Vị trí của bạn, sai số khoảng {m}.', en: 'Your location, accurate to about {m}.' },
  placePhoto: {
    vi: 'Vị trí ghi trong ảnh. Nếu chưa đúng, hãy kéo bản đồ.',
    en: 'The place that the photo tells. Move the map if it is wrong.'
  },
  placeElsewhere: {
    vi: 'Ảnh chụp lúc {moment}, không ghi vị trí; ghim đang ở chỗ của máy. Nếu bạn đã rời chỗ đó, hãy kéo bản đồ.',
    en: 'The photo is of {moment} and does not tell its place; the pin is where this device is. Move the map if you have left.'
  },
  placeMoved: { vi: 'Vị trí bạn đã chọn trên bản đồ.', en: 'The place that you chose on the map.' },
  placeWarn: {
    vi: 'Sai số khoảng {m}. Hãy xem ghim đã đúng chỗ chưa, chưa đúng thì kéo bản đồ.',
    en: 'Accurate only to about {m}. Check the pin, and move the map if it is wrong.'
  },
  placeAskTitle: { vi: 'Vị trí chưa chắc chắn', en: 'The place is uncertain' },
  placeAsk: {
    vi: 'Máy chỉ biết vị trí với sai số khoảng {m}. Ghim trên bản đồ đã đúng chỗ chưa?',
    en: 'This device knows the place only to about {m}. Is the pin on the map right?'
  },
  placeAskYes: { vi: 'Đúng, gửi vị trí này', en: 'Yes, use it' },
  placeAskNo: { vi: 'Để tôi chỉnh lại', en: 'Let me move it' },
  pickVillage: { vi: 'Chọn thôn, tổ dân phố', en: 'Choose the village' },
  placePicked: {
    vi: 'Ghim ở giữa thôn. Hãy kéo bản đồ đến đúng chỗ, hoặc tả chỗ đó ở bước sau.',
    en: 'The pin is in the middle of the village. Move the map, or describe the place in the next step.'
  },
  useMyPlace: { vi: 'Về vị trí của tôi', en: 'Go to my location' },
  outside: {
    vi: 'Chỗ này nằm ngoài các xã mà hệ thống phục vụ, có thể không gửi được.',
    en: 'This place lies outside the communes served here; it may be refused.'
  },
  backToCommune: { vi: 'Về bản đồ xã', en: 'Back to the commune’s map' },
  noMap: {
    vi: 'Trình duyệt này không vẽ được bản đồ; vị trí lấy theo định vị của máy, hoặc chọn thôn ở dưới.',
    en: 'This browser cannot draw the map; the place is that of this device, or choose the village below.'
  },
  mapFailed: {
    vi: 'Chưa tải được bản đồ; vị trí lấy theo định vị của máy.',
    en: 'The map could not be loaded; the place is that of this device.'
  }
} as const satisfies Record<string, Message>
