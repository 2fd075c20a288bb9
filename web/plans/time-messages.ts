/** The day that figures are of, and the comparison of two days. */
export const timeMessages = {
  today: { vi: 'Hôm nay', en: 'Today' },
  lastQuarter: { vi: 'Cuối quý trước', en: 'End of last quarter' },
  lastYear: { vi: 'Cuối năm trước', en: 'End of last year' },
  yearBefore: { vi: 'Cùng kỳ năm trước', en: 'A year before' },
  dayLabel: { vi: 'Số liệu đúng vào ngày', en: 'Figures as of' },
  dayHelp: {
    vi: 'Hiện những gì có hiệu lực vào ngày này: ranh giới, điểm hộ, bản đồ của nhà mạng.',
    en: 'Shows what was valid on this day: boundaries, household points, operators’ maps.'
  },
  compare: { vi: 'So sánh', en: 'Compare' },
  comparedWith: { vi: 'So với {day}', en: 'Against {day}' },
  compareLabel: { vi: 'So sánh với ngày', en: 'Compare with' },
  compareEnd: { vi: 'Thôi so sánh', en: 'Stop comparing' },
  difference: { vi: '{points} điểm % so với {day}', en: '{points} points since {day}' },
  differenceCount: { vi: '{points} so với {day}', en: '{points} since {day}' },
  noDifference: { vi: 'Không đổi so với {day}', en: 'Unchanged since {day}' },
  earlier: { vi: 'Khi đó: {value}.', en: 'Then: {value}.' },
  differenceUncertain: {
    vi: 'Chưa thể khẳng định tăng hay giảm: khoảng chắc chắn của hai ngày còn giao nhau',
    en: 'Whether it rose or fell is not certain: the bounds of the two days overlap'
  },
  notComparable: {
    vi: 'Ngày {day} chưa có số liệu để so sánh',
    en: 'There is no figure of {day} to compare with'
  },
  comparing: { vi: 'Đang tải số liệu để so sánh…', en: 'Loading figures to compare…' }
} as const
