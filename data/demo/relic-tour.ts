/** A tour of the illustrative commune, its relics by their `ref` in the inventory. */
export const DEMO_TOUR = {
  refs: ['dt-4', 'dt-1', 'dt-8', 'dt-2'],
  words: {
    titleVi: 'Một ngày qua đình, chùa, giếng cổ và đền (minh họa)',
    titleEn: 'A day of communal house, pagoda, old well and temple (illustration)',
    leadVi:
      'Tuyến minh họa: bắt đầu ở chùa Bãi Dâu buổi sáng, nghỉ trưa quanh giếng đá, chiều tới đền Bến Đá bên sông. Địa danh và sự kiện không có thật.',
    leadEn:
      'An illustration: begin at the pagoda in the morning, rest by the stone well at noon, and reach the temple by the river in the afternoon. Neither places nor events are real.'
  }
} as const
