import { feature, multiPolygon, point, type DemoFeature, type Properties } from './features.ts'
import type { Ground } from './layout.ts'
import { blob } from './lines.ts'
import { step, type XY } from './plane.ts'
import { RELICS, type Spot } from './relics.ts'
import { Random } from './random.ts'
import { VILLAGES } from './villages.ts'

interface Placed {
  spot: Spot
  properties: Properties
}

const INSTITUTIONS: readonly Placed[] = [
  {
    spot: [4, 20, 130],
    properties: {
      name: 'Trụ sở UBND xã Minh Họa',
      kind: 'office',
      line_mbps: 1000,
      line_checked_on: '2026-09-30'
    }
  },
  {
    spot: [4, 75, 170],
    properties: { name: 'Công an xã Minh Họa', kind: 'office', line_mbps: 500, line_checked_on: '2026-09-30' }
  },
  {
    spot: [4, 140, 240],
    properties: {
      name: 'Trung tâm Phục vụ hành chính công xã Minh Họa',
      kind: 'office',
      line_mbps: 1000,
      line_checked_on: '2026-10-12'
    }
  },
  {
    spot: [4, 230, 210],
    properties: {
      name: 'Trạm Y tế xã Minh Họa',
      kind: 'health',
      line_mbps: 300,
      line_checked_on: '2026-08-19'
    }
  },
  {
    spot: [7, 60, 180],
    properties: {
      name: 'Trường THCS Minh Họa',
      kind: 'school',
      line_mbps: 500,
      line_checked_on: '2026-09-05'
    }
  },
  {
    spot: [7, 170, 260],
    properties: {
      name: 'Trường Tiểu học Bến Đá',
      kind: 'school',
      line_mbps: 300,
      line_checked_on: '2026-09-05'
    }
  },
  {
    spot: [9, 300, 220],
    properties: {
      name: 'Trường Tiểu học Làng Trầu',
      kind: 'school',
      line_mbps: 200,
      line_checked_on: '2026-09-08'
    }
  },
  {
    spot: [4, 320, 290],
    properties: {
      name: 'Trường Mầm non Chợ Trằm',
      kind: 'school',
      line_mbps: 100,
      line_checked_on: '2026-05-14'
    }
  },
  {
    spot: [5, 250, 150],
    properties: { name: 'Điểm trường Đồng Sim', kind: 'school', line_mbps: 40, line_checked_on: '2026-04-22' }
  },
  {
    spot: [3, 310, 120],
    properties: { name: 'Điểm trường Rú Mây', kind: 'school', line_mbps: null, line_checked_on: null }
  },
  {
    spot: [11, 95, 160],
    properties: { name: 'Phân trạm y tế Vạn Chài', kind: 'health', line_mbps: null, line_checked_on: null }
  }
]

const camera = (
  spot: Spot,
  place: string,
  state: 'working' | 'broken' | 'unknown',
  purpose = 'Bảo đảm an ninh trật tự'
): Placed => ({
  spot,
  properties: {
    place,
    owner: 'Công an xã Minh Họa',
    purpose,
    contact: 'Trực ban Công an xã (minh họa)',
    notice: 'Khu vực có camera giám sát an ninh (minh họa)',
    state,
    azimuth_deg: (spot[1] * 7) % 360,
    view_deg: 90,
    range_m: 60,
    model: 'Camera IP ngoài trời',
    last_checked_on: '2026-06-15'
  }
})

const CAMERAS: readonly Placed[] = [
  camera([4, 30, 60], 'Cổng trụ sở UBND xã', 'working'),
  camera([4, 190, 320], 'Ngã ba chợ Trằm', 'working', 'Giám sát giao thông'),
  camera([4, 265, 150], 'Cổng Trạm Y tế xã', 'broken'),
  camera([7, 5, 240], 'Đầu cầu Bến Đá', 'working', 'Giám sát giao thông'),
  camera([7, 110, 90], 'Nhà văn hóa thôn Bến Đá', 'working'),
  camera([9, 45, 80], 'Ngã tư Làng Trầu', 'working', 'Giám sát giao thông'),
  camera([6, 210, 110], 'Nhà văn hóa thôn Gò Mua', 'working'),
  camera([0, 70, 140], 'Đường đê thôn Bãi Dâu', 'working', 'Giám sát đê điều, bãi rác tự phát'),
  camera([11, 150, 130], 'Bến đò Vạn Chài', 'working', 'Giám sát bến đò'),
  camera([13, 20, 70], 'Cổng làng Hòa Thung', 'working'),
  camera([10, 300, 120], 'Ngã ba Đồng Mít', 'broken'),
  camera([2, 120, 90], 'Nhà văn hóa thôn Cồn Lau', 'unknown')
]

/** Turns spots into places among the villages. */
export class Places {
  readonly #villages: readonly Ground[]

  constructor(villages: readonly Ground[]) {
    this.#villages = villages
  }

  #at([village, degrees, metres]: Spot): XY {
    const ground = this.#villages[village]
    if (!ground) throw new Error(`There is no village ${village}`)
    return step(ground.centre, (degrees * Math.PI) / 180, metres)
  }

  #features(placed: readonly Placed[], prefix: string): DemoFeature[] {
    return placed.map(({ spot, properties }, index) =>
      feature(point(this.#at(spot)), { ref: `${prefix}-${index + 1}`, ...properties })
    )
  }

  culturalHouses(): DemoFeature[] {
    return VILLAGES.flatMap(({ name, house }, village) => {
      if (!house) return []
      const at = this.#at([village, village * 53, 35])
      const provider = house.wifi === 'yes' ? 'Nhà mạng A' : null
      return feature(point(at), {
        ref: `nvh-${village + 1}`,
        name: `Nhà văn hóa thôn ${name}`,
        wifi: house.wifi,
        wifi_checked_on: house.checkedOn,
        provider
      })
    })
  }

  institutions = (): DemoFeature[] => this.#features(INSTITUTIONS, 'cs')

  cameras = (): DemoFeature[] => this.#features(CAMERAS, 'cam')

  relics(seed: string): DemoFeature[] {
    const random = new Random(`${seed} relics`)
    return RELICS.map(({ spot, radiusM, ...properties }, index) => {
      const at = this.#at(spot)
      const geometry = radiusM ? multiPolygon(blob(at, radiusM, 28, random)) : point(at)
      return feature(geometry, { ref: `dt-${index + 1}`, ...properties })
    })
  }
}
