import type { PlaceVersion } from '../../server/editing/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the section in which places are added and changed. */
export const messages = {
  title: { vi: 'Địa điểm của xã', en: 'Places of the commune' },
  lead: {
    vi: 'Thêm, sửa, kết thúc hiệu lực và khôi phục. Mỗi lần lưu là một bản mới, nêu lý do và ngày hiệu lực; không bản nào bị xóa.',
    en: 'Add, change, end and restore. Each saving is a new version with its reason and day; none is ever deleted.'
  },
  kind: { vi: 'Loại địa điểm', en: 'Kind of place' },
  search: { vi: 'Tìm theo tên', en: 'Find by name' },
  loading: { vi: 'Đang tải', en: 'Loading' },
  none: { vi: 'Hiện không có địa điểm nào thuộc loại này.', en: 'There is no place of this kind now.' },
  noneFound: { vi: 'Không có địa điểm nào mang tên này.', en: 'No place has this name.' },
  count: { vi: '{count} địa điểm', en: '{count} {count|place|places}' },
  ended: { vi: 'đã hết hiệu lực', en: 'ended' },
  withEnded: { vi: 'Hiện cả địa điểm đã kết thúc', en: 'Show ended places too' },
  endedOn: { vi: 'đã kết thúc từ {day}: {reason}', en: 'ended on {day}: {reason}' },
  endedByFile: { vi: 'theo tệp đã nạp', en: 'a file says so' },
  withdrawn: {
    vi: 'ghi nhầm (hiệu lực ghi từ {day}): {reason}',
    en: 'a mistake (stated as valid from {day}): {reason}'
  },
  unnamed: { vi: 'Chưa có tên', en: 'Without a name' },
  add: { vi: 'Thêm địa điểm', en: 'Add a place' },
  newPlace: { vi: 'Địa điểm mới', en: 'New place' },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  commune: { vi: 'Xã', en: 'Commune' },
  place: { vi: 'Vị trí trên bản đồ', en: 'Place on the map' },
  placeHelp: {
    vi: 'Kéo bản đồ cho dấu chữ thập nằm đúng chỗ, dùng phím mũi tên, hoặc ghi tọa độ.',
    en: 'Move the map until the cross is in the right place, use the arrow keys, or write the coordinates.'
  },
  isWhat: { vi: 'Địa điểm là', en: 'The place is' },
  isPoint: { vi: 'một điểm', en: 'a point' },
  isArea: { vi: 'một vùng có ranh giới', en: 'an area with a boundary' },
  line: {
    vi: 'Địa điểm này là một tuyến; muốn thay, hãy chọn tệp GeoJSON.',
    en: 'This place is a line; to replace it, choose a GeoJSON file.'
  },
  length: { vi: 'Chiều dài {length}.', en: 'Length {length}.' },
  chooseFile: { vi: 'Chọn tệp GeoJSON', en: 'Choose a GeoJSON file' },
  fileHelp: {
    vi: 'Hình lấy từ tệp thay cho vẽ: WGS 84, đúng một hình.',
    en: 'A shape from a file, instead of drawing: WGS 84, exactly one shape.'
  },
  crosses: {
    vi: 'Ranh giới tự cắt, nên chưa lưu. Hãy sửa ở chỗ khoanh đỏ trên bản đồ.',
    en: 'The boundary crosses itself, so it was not saved. Mend it where it is ringed on the map.'
  },
  drawing: {
    vi: 'Hình đang vẽ chưa khép, nên chưa lưu. Hãy bấm «Khép hình», hoặc «Hoàn tác» cho đến khi bỏ hết các đỉnh ấy, rồi lưu.',
    en: 'The shape being drawn is not closed, so nothing was saved. “Close the shape”, or “Undo” until its corners are gone, then save.'
  },
  badValue: { vi: '{field}: {problem}', en: '{field}: {problem}' },
  tooLittle: { vi: 'Phải từ {min} trở lên.', en: 'It must be at least {min}.' },
  tooMuch: { vi: 'Không được quá {max}.', en: 'It must be at most {max}.' },
  notAhead: {
    vi: 'Không được sau hôm nay ({day}).',
    en: 'It must not be after today ({day}).'
  },
  noNeighbours: {
    vi: 'Chưa tải được các địa điểm bên cạnh, nên chưa bắt dính và chưa báo chồng lấn',
    en: 'The places beside it did not arrive: nothing snaps to them, and ground taken from them is not told'
  },
  fileTaken: { vi: 'Hình mới lấy từ «{name}», chưa lưu.', en: 'New shape from “{name}”, not saved yet.' },
  fileClosed: {
    vi: '{count} vòng của hình chưa khép kín: đã nối đỉnh cuối về đỉnh đầu, giữ đủ các đỉnh.',
    en: '{count} {count|ring|rings} of the shape had been left open: the last corner is joined to the first, all corners are kept.'
  },
  fileOther: {
    vi: 'Hình trong «{name}» không hợp với loại địa điểm này.',
    en: 'The shape in “{name}” does not suit this kind of place.'
  },
  fileBad: {
    vi: 'Tệp này không phải GeoJSON có đúng một hình. Hãy xuất lại một đối tượng duy nhất.',
    en: 'This file is no GeoJSON with exactly one shape. Export a single feature.'
  },
  notStated: { vi: 'Không ghi', en: 'Not stated' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  dayHint: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  suggestedHint: { vi: 'Thường là: {values}', en: 'Usually: {values}' },
  listHint: { vi: 'Nhiều giá trị thì ngăn bằng dấu chấm phẩy', en: 'Separate several with semicolons' },
  fixedHint: { vi: 'Mã không đổi được sau khi tạo', en: 'The code cannot be changed later' },
  paragraphHint: { vi: 'Các đoạn cách nhau một dòng trống', en: 'Leave an empty line between paragraphs' },
  ofChange: { vi: 'Về lần sửa này', en: 'About this change' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Một câu, ít nhất 5 ký tự; lưu trong lịch sử.',
    en: 'A sentence of 5 characters or more; kept in the history.'
  },
  validFrom: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
  always: { vi: 'Sửa chỗ sai: đúng từ đầu', en: 'A mistake is mended: true from the beginning' },
  reopens: {
    vi: 'Địa điểm đã kết thúc: lưu như trên thì địa điểm lại có hiệu lực, không còn ngày kết thúc.',
    en: 'The place has ended: saved like this, it is in force again, without an end.'
  },
  overlaps: {
    vi: 'Vẫn lưu dù chồng lấn địa điểm bên cạnh',
    en: 'Save although it takes ground of a neighbour'
  },
  save: { vi: 'Lưu bản mới', en: 'Save a new version' },
  saveAgain: { vi: 'Lưu với lựa chọn trên', en: 'Save with these choices' },
  saved: { vi: 'Đã lưu «{name}».', en: '“{name}” is saved.' },
  noPlace: {
    vi: 'Hãy chọn vị trí trên bản đồ trước khi lưu.',
    en: 'Choose the place on the map before saving.'
  },
  takenUp: {
    vi: 'Đã lấy lại những gì ông/bà làm lần trước mà chưa lưu.',
    en: 'What you did before and did not save is here again.'
  },
  giveUp: { vi: 'Bỏ, lấy lại bản đang lưu', en: 'Give it up, begin with what is saved' },
  notKept: {
    vi: 'Trình duyệt không còn chỗ để giữ bản nháp: hãy lưu trước khi tải lại trang.',
    en: 'The browser has no room to keep the draft: save before you load the page again.'
  },
  clean: { vi: 'Chưa có gì thay đổi.', en: 'Nothing was changed.' },
  metLate: {
    vi: 'Người khác vừa lưu «{name}», nên chưa làm gì với địa điểm ấy. Hãy mở lại để xem bản mới rồi làm tiếp.',
    en: 'Somebody else has just saved “{name}”, so nothing was done to it. Open it again, look at the new version, then go on.'
  },
  metAgain: {
    vi: 'Người khác vừa lưu địa điểm này nên chưa làm gì. Bản mới đã được tải; hãy xem lại rồi làm tiếp.',
    en: 'Somebody else has just saved this place, so nothing was done. The new version is shown; look at it, then go on.'
  },
  otherShape: { vi: 'một vị trí khác', en: 'another place' },
  history: { vi: 'Lịch sử', en: 'History' },
  by: { vi: '{who}, {when}', en: '{who}, {when}' },
  fromFile: { vi: 'tệp dữ liệu', en: 'a data file' },
  validity: { vi: 'Hiệu lực: {from} – {to}', en: 'Valid: {from} – {to}' },
  replaced: {
    vi: 'Đã được bản sau thay; khi ghi: hiệu lực {from} – {to}',
    en: 'A later version took its place; it was stated as valid: {from} – {to}'
  },
  stated: { vi: 'Khi ghi: hiệu lực {from} – {to}', en: 'It was stated as valid: {from} – {to}' },
  endStated: { vi: 'Khi ghi: hết hiệu lực từ {from}', en: 'As written: no longer valid from {from}' },
  openEnd: { vi: 'không thời hạn', en: 'no end' },
  beginning: { vi: 'từ đầu', en: 'the beginning' },
  noEnd: { vi: 'nay', en: 'now' },
  undone: { vi: 'đã gỡ', en: 'taken back' },
  change: { vi: '{field}: {before} → {after}', en: '{field}: {before} → {after}' },
  nothing: { vi: '(trống)', en: '(empty)' },
  geometry: { vi: 'Vị trí, ranh giới', en: 'Place or boundary' },
  moved: { vi: 'Vị trí hoặc ranh giới đã đổi', en: 'The place or boundary was changed' },
  movedBy: { vi: 'Vị trí dời {distance}.', en: 'The place was moved by {distance}.' },
  areaChange: {
    vi: 'Diện tích {before} → {after}; nét đứt là bản trước, vùng tô là bản sau.',
    en: 'Area {before} → {after}; the earlier version is dashed, the later one filled.'
  },
  compare: { vi: 'So sánh hai bản', en: 'Compare two versions' },
  earlier: { vi: 'Bản trước', en: 'Earlier version' },
  later: { vi: 'Bản sau', en: 'Later version' },
  field: { vi: 'Mục', en: 'Field' },
  sameVersions: { vi: 'Hai bản này giống nhau.', en: 'The two versions are the same.' },
  restore: { vi: 'Khôi phục bản này', en: 'Restore this version' },
  endPlace: { vi: 'Kết thúc hiệu lực', en: 'End its validity' },
  endHelp: {
    vi: 'Từ ngày này địa điểm không còn nữa (đã bỏ, đã phá, đã chuyển). Số liệu các ngày trước giữ nguyên.',
    en: 'From that day on the place is no longer (given up, pulled down, moved away). Figures of earlier days stay.'
  },
  endAsBegun: {
    vi: 'Bản đang lưu có hiệu lực từ chính ngày này: kết thúc từ ngày này nghĩa là ghi nhầm. Bản ấy coi như chưa từng có hiệu lực; nếu là bản duy nhất, địa điểm không còn hiện ra ở đâu nữa. Lịch sử và lý do vẫn được giữ. Ảnh và tệp không được công khai thì phải gỡ trước: địa chỉ riêng của tệp vẫn mở được.',
    en: 'What is saved is valid from this very day: ending it from this day says that it was entered by mistake. It was never in force; if it is the only version, the place is shown nowhere any more. Its history and the reason are kept. Take down first what pictures and files must not be public: their own addresses stay open.'
  },
  endFrom: { vi: 'Hết hiệu lực từ ngày', en: 'No longer valid from' },
  endIt: { vi: 'Kết thúc', en: 'End it' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  valid_from: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
  valid_to: { vi: 'Hết hiệu lực trước ngày', en: 'Valid until' }
} as const

/** What was done to a place. */
export const actionMessages: Readonly<Record<PlaceVersion['action'], Message>> = {
  import: { vi: 'Nạp từ tệp', en: 'Imported' },
  create: { vi: 'Thêm mới', en: 'Added' },
  change: { vi: 'Sửa', en: 'Changed' },
  end: { vi: 'Kết thúc hiệu lực', en: 'Ended' },
  restore: { vi: 'Khôi phục', en: 'Restored' }
}
