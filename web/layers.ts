import type { Localized } from '../server/collections/contract.ts'
import { communesAround, residentialTheme } from './areas/theme.ts'
import { villageNameTheme } from './areas/village-name-theme.ts'
import { quietVillageTheme, villageTheme } from './areas/village-theme.ts'
import { buildingTheme, roadTheme } from './basemap/built-theme.ts'
import { landUseTheme, waterTheme } from './basemap/ground-theme.ts'
import { gapTheme } from './coverage/gap-theme.ts'
import { fibreTheme, fixedTheme, siteTheme } from './coverage/network-theme.ts'
import { signalTheme } from './coverage/signal-theme.ts'
import { coverageTheme } from './coverage/theme.ts'
import type { LayerState } from './map/layer-state.svelte.ts'
import type { Theme, ThemeGroup } from './map/theme.ts'
import { cameraTheme, houseTheme, institutionTheme } from './places/theme.ts'
import { relicTheme } from './relics/theme.ts'

const titles = {
  mobile: { vi: 'Sóng di động', en: 'Mobile coverage' },
  network: { vi: 'Hạ tầng mạng', en: 'Networks' },
  places: { vi: 'Địa điểm', en: 'Places' },
  base: { vi: 'Nền bản đồ', en: 'Base map' }
} satisfies Record<string, Localized>

/** What is on when a person comes for the first time: the question, its answer, and enough ground to find one's way. */
const DEFAULT_LAYERS = [
  'gaps',
  'communes',
  'villages',
  'village_names',
  'land_uses',
  'waterways',
  'roads',
  'buildings'
]

/** What an indicator counts, where that is a layer: it is on while nobody has chosen the layers. */
const COUNTED: Readonly<Record<string, string>> = {
  cultural_house_wifi: 'cultural_houses',
  institution_highspeed: 'institutions',
  camera_villages: 'cameras',
  fibre_villages: 'fibre_lines',
  fibre_households: 'fibre_lines',
  relics_on_map: 'relics',
  relics_digitised: 'relics',
  reports_published: 'reports'
}

/** The layers that are on at first while this is the question. */
export function firstLayers(indicator: string): string[] {
  const counted = COUNTED[indicator]
  return counted ? [...DEFAULT_LAYERS, counted] : DEFAULT_LAYERS
}

/** Until its own code is here, which comes when it is switched on. */
const reportStub: Theme = {
  id: 'reports',
  title: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  source: null,
  layers: () => [],
  legend: () => []
}

/** Layers whose areas would mix with the villages' colours. */
const OVER_VILLAGES = ['5G', '4G', 'fixed_services']

/**
 * Every layer that can be switched, in the order of the switch; `operators` as the commune's claims name them, `commune`
 * the code of the one that is open; `reports` the theme whose code came later; `relics` where not all are shown.
 */
export function layerGroups(
  operators: readonly string[],
  layers: LayerState,
  commune: string | null = null,
  reports: Theme | null = null,
  relics = relicTheme
): ThemeGroup[] {
  const hidden = layers.hiddenOperators
  const isQuiet = OVER_VILLAGES.some((id) => layers.isOn(id))
  return [
    {
      title: titles.mobile,
      themes: [
        coverageTheme('5G', operators, hidden),
        coverageTheme('4G', operators, hidden),
        signalTheme,
        gapTheme
      ]
    },
    { title: titles.network, themes: [siteTheme, fibreTheme, fixedTheme] },
    {
      title: titles.places,
      themes: [reports ?? reportStub, houseTheme, institutionTheme, cameraTheme, relics]
    },
    {
      title: titles.base,
      isBase: true,
      themes: [
        communesAround(commune),
        isQuiet ? quietVillageTheme : villageTheme,
        villageNameTheme,
        residentialTheme,
        landUseTheme,
        waterTheme,
        roadTheme,
        buildingTheme
      ]
    }
  ]
}

/** What is on and has to be explained on a picture or on paper. */
export const explainedThemes = (groups: readonly ThemeGroup[], layers: LayerState): Theme[] =>
  groups
    .filter(({ isBase }) => !isBase)
    .flatMap(({ themes }) => themes)
    .filter(({ id }) => layers.isOn(id))
