import { describe, expect, test } from 'vitest'
import { firstLayers, layerGroups } from '../../web/layers.ts'
import { LayerState } from '../../web/map/layer-state.svelte.ts'
import { capture } from '../../web/map/capture.ts'

const FIVE_G = 'mobile_5g_population'

describe('layers that come with the question', () => {
  test.each([
    ['cultural_house_wifi', 'cultural_houses'],
    ['camera_villages', 'cameras'],
    ['institution_highspeed', 'institutions'],
    ['fibre_villages', 'fibre_lines'],
    ['reports_published', 'reports']
  ])('%s shows %s', (indicator, layer) => {
    expect(firstLayers(indicator)).toContain(layer)
    expect(firstLayers(FIVE_G)).not.toContain(layer)
  })

  test('every layer that comes with a question is one of the switch', () => {
    const state = new LayerState(firstLayers(FIVE_G))
    const known = layerGroups([], state).flatMap(({ themes }) => themes.map(({ id }) => id))
    for (const indicator of ['cultural_house_wifi', 'relics_on_map', 'fibre_households'])
      expect(known).toEqual(expect.arrayContaining(firstLayers(indicator)))
  })

  test('another question brings its layer and takes the earlier one away, and the address stays short', () => {
    const state = new LayerState(firstLayers('cultural_house_wifi'))
    state.startWith(firstLayers('camera_villages'))
    expect(state.isOn('cameras')).toBe(true)
    expect(state.isOn('cultural_houses')).toBe(false)
    expect(state.text).toBeNull()
  })

  test('what somebody has chosen stays, whatever is asked', () => {
    const state = new LayerState(firstLayers(FIVE_G))
    state.toggle('5G')
    const chosen = state.text
    state.startWith(firstLayers('camera_villages'))
    expect(state.text).toBe(chosen)
    expect(state.isOn('cameras')).toBe(false)
  })
})

test('of a map that a style has taken away there is no picture', () => {
  const hidden = { width: 1440, height: 900, clientWidth: 0, clientHeight: 0 }
  // Only what `capture` asks before it draws.
  const map = { getCanvas: () => hidden } as unknown as Parameters<typeof capture>[0]
  expect(capture(map, { top: 0, right: 0, bottom: 0, left: 0 }, { ratio: 2 })).toBeNull()
})
