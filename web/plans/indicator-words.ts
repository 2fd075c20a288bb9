import type { Message } from '../i18n/i18n.svelte.ts'
import type { messages } from './messages.ts'

/** What an indicator counts. */
export type Thing = keyof typeof messages.things

interface IndicatorWords {
  short: Message
  thing: Thing
  yes: Message
  no: Message
}

const signal = (technology: string, thing: Thing, of: Message): IndicatorWords => ({
  short: { vi: `${technology} – ${of.vi}`, en: `${technology} – ${of.en}` },
  thing,
  yes: { vi: `Trong vùng phủ ${technology}`, en: `${technology} by the maps` },
  no: { vi: `Ngoài vùng phủ ${technology}`, en: `No ${technology} by the maps` }
})

const fibre = { yes: { vi: 'Có cáp quang', en: 'Fibre' }, no: { vi: 'Chưa có cáp quang', en: 'No fibre' } }

const WORDS: Readonly<Record<string, IndicatorWords>> = {
  mobile_5g_population: signal('5G', 'people', { vi: 'dân số', en: 'population' }),
  mobile_5g_residential: signal('5G', 'area', { vi: 'khu dân cư', en: 'residential area' }),
  mobile_4g_population: signal('4G', 'people', { vi: 'dân số', en: 'population' }),
  fixed_1gbps: {
    short: { vi: 'Băng rộng cố định 1 Gbps', en: 'Fixed broadband 1 Gbps' },
    thing: 'households',
    yes: { vi: 'Dùng được 1 Gbps', en: 'Can order 1 Gbps' },
    no: { vi: 'Chưa dùng được 1 Gbps', en: 'Cannot order 1 Gbps' }
  },
  fibre_villages: { short: { vi: 'Cáp quang – thôn', en: 'Fibre – villages' }, thing: 'villages', ...fibre },
  fibre_households: {
    short: { vi: 'Cáp quang – hộ', en: 'Fibre – households' },
    thing: 'households',
    ...fibre
  },
  cultural_house_wifi: {
    short: { vi: 'Wifi nhà văn hóa', en: 'Wifi at cultural houses' },
    thing: 'houses',
    yes: { vi: 'Có Wifi', en: 'With Wifi' },
    no: { vi: 'Không có Wifi', en: 'Without Wifi' }
  },
  institution_highspeed: {
    short: { vi: 'Đường truyền cơ quan', en: 'High-speed institutions' },
    thing: 'institutions',
    yes: { vi: 'Có đường truyền tốc độ cao', en: 'High-speed line' },
    no: { vi: 'Chưa có', en: 'No such line' }
  },
  camera_villages: {
    short: { vi: 'Camera – thôn', en: 'Cameras – villages' },
    thing: 'villages',
    yes: { vi: 'Có camera hoạt động', en: 'Working camera' },
    no: { vi: 'Không có camera hoạt động', en: 'No working camera' }
  }
}

/** Words for an indicator's parts; an indicator without words of its own is called by its name. */
export function wordsOf(indicator: { indicator: string; name: Message }): IndicatorWords {
  return (
    WORDS[indicator.indicator] ?? {
      short: indicator.name,
      thing: 'places',
      yes: { vi: 'Đã có', en: 'Yes' },
      no: { vi: 'Chưa có', en: 'No' }
    }
  )
}
