/** Words of drawing an area on the map. */
export const messages = {
  label: { vi: 'Ranh giới trên bản đồ', en: 'Boundary on the map' },
  helpReshape: {
    vi: 'Kéo đỉnh để nắn ranh giới; kéo chấm nhỏ giữa hai đỉnh để thêm đỉnh; bấm chuột phải hoặc giữ lâu trên đỉnh để xóa.',
    en: 'Drag a corner to mend the boundary; drag the small dot between two corners to add one; right-click or hold a corner to delete it.'
  },
  helpDraw: {
    vi: 'Bấm lần lượt từng đỉnh trên bản đồ; bấm lại đỉnh đầu, phím Enter hoặc nút «Khép hình» để xong.',
    en: 'Click one corner after the other; click the first again, press Enter or “Close the shape” to finish.'
  },
  helpHole: {
    vi: 'Vẽ phần khoét (đất không thuộc địa điểm) nằm trong ranh giới; khép lại như khi vẽ ranh giới.',
    en: 'Draw the hole (ground that does not belong to the place) inside the boundary; close it as you would a boundary.'
  },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  redo: { vi: 'Làm lại', en: 'Redo' },
  close: { vi: 'Khép hình', en: 'Close the shape' },
  stop: { vi: 'Thôi vẽ', en: 'Stop drawing' },
  addPart: { vi: 'Vẽ thêm phần', en: 'Draw one more part' },
  addHole: { vi: 'Vẽ phần khoét', en: 'Draw a hole' },
  square: { vi: 'Đặt hình vuông giữa bản đồ', en: 'Put a square in the middle of the map' },
  ring: { vi: 'Vòng đang sửa', en: 'Ring being mended' },
  part: { vi: 'Phần {part}', en: 'Part {part}' },
  hole: { vi: 'Phần {part}, khoét {hole}', en: 'Part {part}, hole {hole}' },
  removePart: { vi: 'Bỏ phần này', en: 'Remove this part' },
  removeHole: { vi: 'Bỏ phần khoét này', en: 'Remove this hole' },
  facts: {
    vi: 'Diện tích {area}, chu vi {length} (đo trên ellipsoid WGS 84); {corners} đỉnh.',
    en: 'Area {area}, outline {length} (geodesic, on the WGS 84 ellipsoid); {corners} corners.'
  },
  change: { vi: 'So với bản đang lưu: {change}.', en: 'Against what is saved: {change}.' },
  empty: { vi: 'Chưa vẽ gì.', en: 'Nothing is drawn yet.' },
  crossing: {
    vi: 'Ranh giới tự cắt tại kinh độ {lng}, vĩ độ {lat} (khoanh đỏ trên bản đồ). Hãy kéo đỉnh ở chỗ ấy ra rồi lưu.',
    en: 'The boundary crosses itself at longitude {lng}, latitude {lat} (ringed on the map). Move the corners there apart, then save.'
  },
  overlap: {
    vi: 'Hình này lấn «{name}» {area}, quanh kinh độ {lng}, vĩ độ {lat} (tô đỏ trên bản đồ).',
    en: 'The shape takes {area} of “{name}”, around longitude {lng}, latitude {lat} (red on the map).'
  },
  snaps: { vi: 'Bắt dính ranh giới bên cạnh', en: 'Snap to borders beside it' },
  more: { vi: 'Còn {count} chỗ khác.', en: '{count} more {count|place|places}.' },
  show: { vi: 'Xem chỗ ấy', en: 'Show it' },
  astray: {
    vi: 'Phần khoét phải bắt đầu bên trong một phần của ranh giới, nên chưa được thêm.',
    en: 'A hole must begin inside a part of the boundary; it was not added.'
  },
  corner: { vi: 'Đỉnh {n} trên {count}', en: 'Corner {n} of {count}' },
  corners: { vi: 'Sửa từng đỉnh bằng bàn phím', en: 'Mend corner by corner, with the keyboard' },
  previous: { vi: 'Đỉnh trước', en: 'Previous corner' },
  next: { vi: 'Đỉnh sau', en: 'Next corner' },
  move: {
    vi: 'Dời bằng mũi tên: mỗi lần {step} m, kèm Shift {long} m',
    en: 'Move by arrow keys: {step} m each, {long} m with Shift'
  },
  moveShort: { vi: 'Dời bằng mũi tên', en: 'Move by arrow keys' },
  insert: { vi: 'Thêm đỉnh sau đỉnh này', en: 'Add a corner after it' },
  drop: { vi: 'Xóa đỉnh này', en: 'Delete this corner' },
  lng: { vi: 'Kinh độ của đỉnh', en: 'Longitude of the corner' },
  lat: { vi: 'Vĩ độ của đỉnh', en: 'Latitude of the corner' }
} as const
