/** The table where there is nothing to put in it: not read before it is opened. */
export const messages = {
  noRows: {
    vi: 'Xã chưa có thôn nào trên bản đồ nên chưa lập được bảng. Người quản trị nạp ranh giới thôn, hoặc lập ranh giới tạm từ điểm trung tâm các thôn:',
    en: 'The commune has no villages on the map yet, so there is no table. The administrator imports village boundaries, or makes provisional ones from village centres:'
  }
} as const
