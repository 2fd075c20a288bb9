/** Words of a tour on the map. */
export const tourMapMessages = {
  choose: { vi: 'Tuyến tham quan', en: 'Tour' },
  none: { vi: 'Không hiện tuyến nào', en: 'No tour' },
  facts: { vi: '{stops} điểm · {length} {how}', en: '{stops} {stops|stop|stops} · {length} {how}' },
  alongWay: { vi: 'theo đường đã vẽ', en: 'by the drawn way' },
  straight: { vi: 'theo đường thẳng giữa các điểm', en: 'in straight lines between stops' },
  hidden: {
    vi: 'Điểm có vị trí giữ kín nằm giữa ô vuông khoảng 500 m.',
    en: 'A stop whose place is kept back lies in the middle of a square of about 500 m.'
  },
  page: { vi: 'Mở trang của tuyến', en: 'Open the tour’s page' },
  close: { vi: 'Thôi hiện tuyến', en: 'Hide the tour' },
  missing: { vi: 'Chưa hiện được tuyến', en: 'The tour is not shown' }
} as const
