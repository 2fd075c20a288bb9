import type { RelicLook, RelicScene } from './relic-pictures.ts'

/** One picture of an illustrative relic, in words. */
export interface DemoImage {
  scene: RelicScene
  altVi: string
  altEn: string
  captionVi?: string
  captionEn?: string
}

/** The pictures of one relic, told by its `ref` in the inventory. */
interface DemoImages {
  ref: string
  look: RelicLook
  images: readonly DemoImage[]
}

const image = (scene: RelicScene, altVi: string, altEn: string): DemoImage => ({ scene, altVi, altEn })

const decision: DemoImage = {
  scene: 'decision',
  altVi: 'Bản quét quyết định xếp hạng di tích, một trang, có dấu đỏ',
  altEn: 'Scan of the decision that ranks the relic, one page with a red seal',
  captionVi: 'Quyết định xếp hạng (minh họa, không có thật).',
  captionEn: 'The decision that ranks it (illustration, not real).'
}

const hallFront = (name: string, en: string): DemoImage => ({
  ...image(
    'house',
    `Mặt trước ${name}, mái ngói cong, hai bên có cây`,
    `Front of ${en}: a curved tiled roof between two trees`
  ),
  captionVi: 'Tranh minh họa, không phải ảnh chụp.',
  captionEn: 'A drawing, not a photo.'
})

/** Some have all that the rule asks for, some a few pictures, the last ones none. */
export const DEMO_IMAGES: readonly DemoImages[] = [
  {
    ref: 'dt-1',
    look: { wall: '#e6d3ab', roof: '#9c4a2f', bays: 5 },
    images: [
      hallFront('đình Chợ Trằm', 'the communal house of Chợ Trằm'),
      image(
        'gate',
        'Cổng đình ba tầng mái, lối đi ở giữa',
        'The gate with its tiers of roofs and the way through'
      ),
      image('roof', 'Đầu đao và bờ nóc nhìn gần', 'Corner and ridge of the roof from near'),
      image('altar', 'Hương án sơn son giữa hai cột gỗ', 'The lacquered altar between two wooden columns'),
      image('yard', 'Sân đình lát gạch nhìn về tòa đại đình', 'The paved court towards the main hall'),
      decision
    ]
  },
  {
    ref: 'dt-2',
    look: { wall: '#ddc9a4', roof: '#84503a', bays: 3 },
    images: [
      hallFront('đền Bến Đá', 'the temple of Bến Đá'),
      image('well', 'Giếng tròn trước cửa đền', 'The round well before the temple'),
      image('gate', 'Nghi môn nhìn từ bến sông', 'The gate from the landing place'),
      image('altar', 'Ban thờ chính trong tòa hậu cung', 'The main altar in the inner hall'),
      image('yard', 'Sân đền và tòa tiền tế', 'The court and the front hall')
    ]
  },
  {
    ref: 'dt-3',
    look: { wall: '#e9e0cc', roof: '#70463a', bays: 3 },
    images: [
      hallFront('nhà thờ họ Làng Trầu', 'the clan house of Làng Trầu'),
      image(
        'tablet',
        'Bia đá ghi công tổ tiên dựng năm 1832',
        'Stone tablet of 1832 in memory of the forebears'
      )
    ]
  },
  {
    ref: 'dt-4',
    look: { wall: '#e3c58e', roof: '#8f5634', bays: 3 },
    images: [
      hallFront('chùa Bãi Dâu', 'the pagoda of Bãi Dâu'),
      image('bell', 'Chuông đồng treo trong gác chuông', 'The bronze bell in its tower'),
      image('gate', 'Tam quan chùa', 'The triple gate'),
      image('altar', 'Tòa tam bảo', 'The main altar'),
      image('roof', 'Mái ngói xuống cấp, xô ngói', 'The roof, whose tiles have slipped')
    ]
  },
  {
    ref: 'dt-5',
    look: { wall: '#ffffff', roof: '#ffffff', bays: 1 },
    images: [image('falls', 'Thác nước giữa hai vách rừng', 'The falls between two wooded cliffs')]
  },
  {
    ref: 'dt-6',
    look: { wall: '#ffffff', roof: '#ffffff', bays: 1 },
    images: [image('mound', 'Gò đất và hố đào thám sát có dây ngăn', 'The mound and a fenced trial trench')]
  },
  {
    ref: 'dt-7',
    look: { wall: '#d9d2c2', roof: '#7a4a36', bays: 1 },
    images: [hallFront('miếu Vạn Chài', 'the fishermen’s shrine')]
  }
]
