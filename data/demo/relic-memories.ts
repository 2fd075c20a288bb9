/** What somebody might remember of one illustrative relic, told by its `ref` in the inventory. */
export const DEMO_MEMORY = {
  ref: 'dt-1',
  words: {
    text: 'Hồi nhỏ tôi theo bà ra đình xem hát cửa đình. Sân chật người, trẻ con trèo cả lên bậc cổng để nhìn cho rõ.\n\nCây đa trước cổng khi ấy còn nhỏ, nay ba người ôm không xuể. (Lời kể minh họa, không có thật.)',
    contributor: 'Một người dân thôn Chợ Trằm (minh họa)',
    licence: 'CC BY 4.0',
    consentedOn: '2025-09-15'
  }
} as const
