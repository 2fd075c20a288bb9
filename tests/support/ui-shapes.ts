import type { Target } from '../../server/plans/contract.ts'
import { targetOf } from './ui-figure.ts'

/** An indicator made up from the share that 5G of A and B has in a village. */
export interface Shape {
  indicator: string
  vi: string
  en: string
  target: Target | null
  /** Share that has it, by the share that 5G of A and B has. */
  share: (base: number, index: number) => number
  technology?: string
  places?: boolean
}

/** The computed indicators beside 5G by population. */
export const SHAPES: readonly Shape[] = [
  shape(
    'mobile_5g_residential',
    'Diện tích khu dân cư có sóng 5G',
    'Residential area covered by 5G',
    60,
    (b) => b
  ),
  shape(
    'mobile_4g_population',
    'Dân số trong vùng phủ sóng 4G',
    'Population covered by 4G',
    null,
    (b) => 0.7 + b * 0.3
  ),
  shape(
    'fixed_1gbps',
    'Hộ có thể dùng băng rộng cố định từ 1 Gbps',
    'Households able to get 1 Gbps',
    60,
    (b) => b * 0.8
  ),
  shape(
    'fibre_villages',
    'Thôn, xóm có cáp quang',
    'Villages reached by fibre',
    100,
    (b) => (b > 0.2 ? 1 : 0),
    true
  ),
  shape('fibre_households', 'Hộ có thể dùng cáp quang', 'Households able to get fibre', null, (b) => b * 0.9),
  shape(
    'cultural_house_wifi',
    'Nhà văn hóa có Wifi miễn phí',
    'Cultural houses with free Wifi',
    100,
    (b) => (b > 0.7 ? 1 : 0),
    true
  ),
  shape(
    'camera_villages',
    'Thôn có camera giám sát hoạt động',
    'Villages with a working camera',
    80,
    (b) => (b > 0.3 ? 1 : 0),
    true
  )
]

function shape(
  indicator: string,
  vi: string,
  en: string,
  target: number | null,
  share: Shape['share'],
  places = false
): Shape {
  return { indicator, vi, en, target: target === null ? null : targetOf(target), share, places }
}
