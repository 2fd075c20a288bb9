const target = (
  indicator: string,
  value: number,
  stretch: number | null = null,
  quarter: number | null = null
) => ({
  indicator,
  year: 2026,
  quarter,
  comparator: '>=' as const,
  value,
  stretch,
  leadUnit: 'Phòng Văn hóa - Xã hội',
  sourceRow: null,
  note: null
})

/** The illustrative commune's plan: no real place's, chosen so that every verdict can be seen. */
export const DEMO_PLAN = {
  name: 'Minh Họa',
  kind: 'xã',
  province: '(minh họa)',
  year: 2026,
  level: 'Minh họa',
  villageKind: 'thôn',
  vn2000Srid: 9208,
  note: {
    vi: 'Kế hoạch minh họa, không phải của xã nào.',
    en: 'A made-up plan; it belongs to no real commune.'
  },
  targets: [
    target('mobile_5g_population', 60, null, 2),
    target('mobile_5g_population', 75, 90),
    target('mobile_5g_residential', 60, 90),
    target('mobile_4g_population', 98),
    target('fixed_1gbps', 60),
    target('fibre_villages', 100),
    target('cultural_house_wifi', 60, 100),
    target('institution_highspeed', 60),
    target('camera_villages', 50),
    target('online_files', 70),
    target('digital_signature', 30)
  ],
  tasks: [
    {
      number: '1',
      kind: 'yearly' as const,
      title: 'Phối hợp các nhà mạng mở rộng vùng phủ sóng 5G đến các thôn',
      leadUnit: 'Phòng Văn hóa - Xã hội',
      supportUnits: 'Các thôn; các nhà mạng',
      due: '2026-Q4',
      product: 'Bản đồ phủ sóng cập nhật theo quý',
      dueNote: null
    },
    {
      number: '2',
      kind: 'yearly' as const,
      title: 'Lắp Wifi miễn phí tại nhà văn hóa các thôn còn thiếu',
      leadUnit: 'Phòng Kinh tế',
      supportUnits: 'Các thôn',
      due: '2026-Q3',
      product: 'Nhà văn hóa có Wifi',
      dueNote: null
    }
  ]
}
