/** Why bounds reach beyond the unknown part. */
export const boundsMessages = {
  boundsWider: {
    vi: '{bounds}: ngoài phần chưa rõ còn tính cả {causes}',
    en: '{bounds}: beside the unknown part this allows for {causes}'
  },
  boundsCauses: {
    edge: { vi: 'sai số ở mép bản đồ phủ sóng', en: 'the accuracy at the edge of the maps' },
    residents: { vi: 'điểm hộ chưa rõ số người', en: 'homes whose residents are not known' },
    places: {
      vi: 'người dân {count} thôn chưa có điểm hộ',
      en: 'the people of {count} {count|village|villages} without household points'
    }
  }
} as const
