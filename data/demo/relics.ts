/** A place given by its village, a direction in degrees from east and metres from the village's middle. */
export type Spot = readonly [village: number, degrees: number, metres: number]

/** An illustrative relic: what an inventory would say of it, complete for some, bare for others. */
export interface DemoRelic {
  spot: Spot
  /** Radius of its grounds in metres; undefined: a point. */
  radiusM?: number
  name: string
  kind: string
  rank: string
  other_names?: string
  decision_number?: string
  decision_date?: string
  period?: string
  condition?: string
  opening?: string
  manager?: string
  manager_contact?: string
  sources?: string
  accuracy_m?: number
  description?: string
  description_en?: string
  description_author?: string
  description_licence?: string
  protected?: boolean
}

const OFFICE = 'Phòng Văn hóa - Xã hội xã (minh họa)'
const WORDS_BY = {
  description_author: OFFICE,
  description_licence: 'CC BY 4.0'
}
const CONTACT = 'Trụ sở UBND xã, bộ phận một cửa (minh họa)'

/** The relics of the illustrative commune, in different states of completeness. */
export const RELICS: readonly DemoRelic[] = [
  {
    spot: [4, 100, 380],
    name: 'Đình Chợ Trằm',
    kind: 'Kiến trúc nghệ thuật',
    rank: 'provincial',
    other_names: 'Đình Cả',
    decision_number: 'MH-01 (minh họa)',
    decision_date: '2011-05-18',
    period: 'Thế kỷ XVIII, trùng tu năm 1998',
    condition: 'good',
    opening: 'Ngày rằm và mùng một hằng tháng; ngày hội làng 12 tháng Giêng',
    manager: OFFICE,
    manager_contact: CONTACT,
    sources: 'Hồ sơ xếp hạng di tích (minh họa)',
    accuracy_m: 3,
    description:
      'Đình làng minh họa, năm gian hai chái, mái ngói mũi hài, mặt quay về sông. Cột gỗ lim, đầu dư chạm rồng mây.\n\nHội làng mở ngày 12 tháng Giêng, có rước nước và hát cửa đình. Địa danh và sự kiện trong trang này không có thật.',
    description_en:
      'An illustrative village communal house of five bays, with curved tiled roofs, facing the river. Its columns are of ironwood, their beam ends carved with dragons and clouds.\n\nThe village festival on the 12th of the first lunar month has a water procession and singing at the house. Places and events on this page are not real.',
    ...WORDS_BY
  },
  {
    spot: [7, 280, 330],
    name: 'Đền Bến Đá',
    kind: 'Lịch sử',
    rank: 'national',
    decision_number: 'MH-02 (minh họa)',
    decision_date: '1996-12-06',
    period: 'Thế kỷ XV',
    condition: 'fair',
    opening: 'Hằng ngày, 7 giờ đến 17 giờ',
    manager: OFFICE,
    manager_contact: CONTACT,
    sources: 'Hồ sơ xếp hạng di tích; thần tích đền (minh họa)',
    accuracy_m: 3,
    description:
      'Ngôi đền minh họa bên bến sông, thờ người có công lập làng. Đền gồm ba tòa, sân lát gạch, giếng tròn trước cửa.',
    ...WORDS_BY
  },
  {
    spot: [9, 160, 300],
    name: 'Nhà thờ họ Làng Trầu',
    kind: 'Kiến trúc nghệ thuật',
    rank: 'provincial',
    decision_number: 'MH-03 (minh họa)',
    decision_date: '2014-08-22',
    period: 'Năm 1832',
    condition: 'good',
    manager: 'Hội đồng gia tộc, phối hợp với xã (minh họa)',
    accuracy_m: 5
  },
  {
    spot: [0, 330, 260],
    name: 'Chùa Bãi Dâu',
    kind: 'Kiến trúc nghệ thuật',
    rank: 'provincial',
    other_names: 'Chùa Dâu; Linh Quang tự',
    decision_number: 'MH-04 (minh họa)',
    decision_date: '2009-03-30',
    period: 'Thế kỷ XVII',
    condition: 'poor',
    opening: 'Hằng ngày, 6 giờ đến 18 giờ',
    manager: OFFICE,
    accuracy_m: 10
  },
  {
    spot: [3, 120, 420],
    radiusM: 130,
    name: 'Thác Rú Mây',
    kind: 'Danh lam thắng cảnh',
    rank: 'inventory',
    opening: 'Không vào khi có mưa lũ',
    accuracy_m: 20
  },
  {
    spot: [6, 20, 350],
    radiusM: 85,
    name: 'Gò khảo cổ Gò Mua',
    kind: 'Khảo cổ',
    rank: 'inventory',
    period: 'Sơ kỳ kim khí',
    condition: 'lost',
    accuracy_m: 20,
    protected: true
  },
  { spot: [11, 200, 280], name: 'Miếu Vạn Chài', kind: 'Lịch sử', rank: 'inventory', condition: 'fair' },
  { spot: [5, 60, 310], name: 'Giếng đá Đồng Sim', kind: 'Lịch sử', rank: 'inventory', period: 'Thế kỷ XIX' },
  { spot: [10, 30, 270], name: 'Cây đa Đồng Mít', kind: 'Danh lam thắng cảnh', rank: 'inventory' }
]
