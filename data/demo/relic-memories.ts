/**
 * What somebody might remember of one illustrative relic, told by its `ref` in the inventory. The same memory wherever it is
 * loaded, so that a bag from one installation does not double it in another.
 */
export const DEMO_MEMORY = {
  ref: 'dt-1',
  memory: {
    id: '5b0d6c1e-7f24-4a39-9c58-d1e3a60b7f42',
    text: 'Hồi nhỏ tôi theo bà ra đình xem hát cửa đình. Sân chật người, trẻ con trèo cả lên bậc cổng để nhìn cho rõ.\n\nCây đa trước cổng khi ấy còn nhỏ, nay ba người ôm không xuể. (Lời kể minh họa, không có thật.)',
    contributor: 'Một người dân thôn Chợ Trằm (minh họa)',
    licence: 'CC BY 4.0',
    consentedOn: '2025-09-15',
    state: 'shown',
    addedAt: '2025-09-20T02:00:00.000000Z',
    changedAt: '2025-09-20T02:00:00.000000Z'
  }
} as const
