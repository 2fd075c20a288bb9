/** What the register of the illustrative commune says of a village, in the order of the layout: from west to east. */
export interface VillagePlan {
  name: string
  /** Household points to make. */
  premises: number
  /** Of the register; undefined: as many as the household points have. */
  register?: { population: number; households: number }
  /** Groups of houses away from the middle. */
  hamlets: number
  /** A group of houses far from any other, in a fold of the hills. */
  remoteHamlet?: boolean
  /** Of its cultural house, which stands in its middle; undefined: it has none. */
  house?: { wifi: 'yes' | 'no' | 'unknown'; checkedOn: string | null }
  /** Rates on offer in its houses' streets, by provider, in Mbit/s; undefined: none. */
  fixed?: Partial<Record<'Nhà mạng A' | 'Nhà mạng B' | 'Nhà mạng C', number>>
}

const wifi = (declared: 'yes' | 'no' | 'unknown', checkedOn: string | null = null) => ({
  wifi: declared,
  checkedOn
})

export const VILLAGES: readonly VillagePlan[] = [
  {
    name: 'Bãi Dâu',
    premises: 236,
    hamlets: 2,
    house: wifi('yes', '2026-06-12'),
    fixed: { 'Nhà mạng A': 1000 }
  },
  {
    name: 'Khe Chanh',
    premises: 148,
    hamlets: 2,
    house: wifi('no', '2026-05-20'),
    fixed: { 'Nhà mạng B': 100 }
  },
  {
    name: 'Cồn Lau',
    premises: 205,
    hamlets: 2,
    house: wifi('yes', '2026-10-05'),
    fixed: { 'Nhà mạng A': 300 }
  },
  { name: 'Rú Mây', premises: 92, hamlets: 2, house: wifi('no') },
  {
    name: 'Chợ Trằm',
    premises: 392,
    hamlets: 3,
    house: wifi('yes', '2026-10-28'),
    fixed: { 'Nhà mạng A': 1000, 'Nhà mạng B': 1000 }
  },
  {
    name: 'Đồng Sim',
    premises: 164,
    hamlets: 2,
    remoteHamlet: true,
    house: wifi('unknown'),
    fixed: { 'Nhà mạng B': 100 }
  },
  {
    name: 'Gò Mua',
    premises: 297,
    hamlets: 3,
    house: wifi('yes', '2026-03-18'),
    fixed: { 'Nhà mạng A': 1000 }
  },
  {
    name: 'Bến Đá',
    premises: 411,
    hamlets: 4,
    house: wifi('yes', '2026-11-03'),
    fixed: { 'Nhà mạng A': 1000, 'Nhà mạng C': 300 }
  },
  { name: 'Trại Hồ', premises: 4, hamlets: 0 },
  {
    name: 'Làng Trầu',
    premises: 318,
    hamlets: 3,
    house: wifi('yes', '2026-09-15'),
    fixed: { 'Nhà mạng A': 1000 }
  },
  {
    name: 'Đồng Mít',
    premises: 262,
    hamlets: 3,
    remoteHamlet: true,
    house: wifi('yes', '2026-02-10'),
    fixed: { 'Nhà mạng A': 300, 'Nhà mạng B': 1000 }
  },
  {
    name: 'Vạn Chài',
    premises: 287,
    hamlets: 3,
    house: wifi('yes', '2026-06-25'),
    fixed: { 'Nhà mạng B': 1000 }
  },
  {
    name: 'Cây Thị',
    premises: 0,
    register: { population: 612, households: 171 },
    hamlets: 2,
    house: wifi('unknown'),
    fixed: { 'Nhà mạng A': 300 }
  },
  { name: 'Hòa Thung', premises: 176, hamlets: 2, fixed: { 'Nhà mạng A': 300 } }
]

/** Houses in the village that has no household points: only their footprints are known. */
export const FOOTPRINTS_ONLY = 178
