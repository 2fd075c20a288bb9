import type { Bilingual, Language } from '../http/language.ts'
import { SCORE_ITEMS } from './contract.ts'
import { pathOf } from './pages/address.ts'
import { ITEMS } from './pages/words.ts'
import type { RelicGapsFeature, RelicGapsShape, RelicGapsShapes } from './staff-contract.ts'

const KEPT_BACK: Bilingual = {
  vi: 'Vị trí được giữ kín: hình này là ô 500 m công khai, không phải vị trí thật.',
  en: 'The place is kept back: this shape is the public 500 m cell, not the true place.'
}

const missingOf = (relic: RelicGapsShape, language: Language) =>
  SCORE_ITEMS.filter((item) => !relic[item]).map((item) => ITEMS[item][language])

function featureOf(relic: RelicGapsShape, address: string, language: Language): RelicGapsFeature {
  const {
    slug,
    placeId: _id,
    place: _place,
    communeCode,
    tellsCommune,
    isProtected,
    geometry,
    ...facts
  } = relic
  return {
    type: 'Feature',
    id: slug,
    geometry,
    properties: {
      ...facts,
      commune_code: tellsCommune ? communeCode : null,
      digitised: facts.score === SCORE_ITEMS.length,
      missing: missingOf(relic, language).join('; ') || null,
      protected: isProtected,
      place_note: isProtected ? KEPT_BACK[language] : null,
      page: address + pathOf(slug)
    }
  }
}

/** The list as GeoJSON: a feature per relic, without geometry where it has no coordinates. `address`: the installation's. */
export const gapsShapes = (
  relics: readonly RelicGapsShape[],
  address: string,
  language: Language
): RelicGapsShapes => ({
  type: 'FeatureCollection',
  features: relics.map((relic) => featureOf(relic, address, language))
})
