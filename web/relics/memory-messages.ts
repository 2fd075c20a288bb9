import type { MemoryEvent, MemoryState } from '../../server/relics/memory-contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'
import { pictureMessages } from '../pictures/messages.ts'

/** Words of the section where what people remember of a relic is kept. */
export const memoryMessages = {
  title: { vi: 'Lời kể của người dân', en: 'What people remember' },
  lead: {
    vi: 'Đứng riêng với lời giới thiệu chính thức, mỗi lời kể có người kể và giấy phép. Chỉ hiện trên trang sau khi duyệt. Không ghi số điện thoại, địa chỉ nhà hay điều riêng tư của ai.',
    en: 'Kept apart from the official text, each with its contributor and licence, and on the page only once it is approved. Write no telephone number, home address or anything private of anybody.'
  },
  loading: { vi: 'Đang tải lời kể', en: 'Loading the memories' },
  none: { vi: 'Chưa có lời kể nào.', en: 'There is none yet.' },
  add: { vi: 'Thêm lời kể', en: 'Add a memory' },
  text: { vi: 'Lời kể (bắt buộc)', en: 'The memory, in Vietnamese (required)' },
  textHint: {
    vi: 'Nhiều nhất 5.000 ký tự. Đoạn cách nhau một dòng trống.',
    en: 'At most 5,000 characters. An empty line parts paragraphs.'
  },
  contributor: {
    vi: 'Người kể (bắt buộc)',
    en: 'Contributor (required)'
  },
  contributorHint: {
    vi: 'Ghi như người kể muốn được nêu: «Bà Lan, thôn Đông», hoặc «Một người dân thôn Đông» nếu không muốn nêu tên.',
    en: 'Named as they want to be: “Mrs Lan, Đông village”, or “A villager of Đông” for whoever wants no name.'
  },
  licence: pictureMessages.licence,
  consentedOn: {
    vi: 'Ngày đồng ý công bố (bắt buộc)',
    en: 'Day of consent (required)'
  },
  save: { vi: 'Lưu, chờ duyệt', en: 'Save, to be approved' },
  saving: { vi: 'Đang lưu …', en: 'Saving …' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  saved: {
    vi: 'Đã lưu. Lời kể chỉ hiện trên trang khi bấm «Duyệt và hiện».',
    en: 'Saved. It is on the page once you press “Approve and show”.'
  },
  told: {
    vi: '{contributor} · {licence} · đồng ý ngày {day}',
    en: '{contributor} · {licence} · consented {day}'
  },
  edit: { vi: 'Sửa', en: 'Edit' },
  editOf: { vi: 'Sửa lời kể của {contributor}', en: 'Edit the memory of {contributor}' },
  show: { vi: 'Duyệt và hiện', en: 'Approve and show' },
  withdraw: { vi: 'Gỡ khỏi trang', en: 'Take down' },
  withdrawTitle: { vi: 'Gỡ lời kể khỏi trang?', en: 'Take this memory off the page?' },
  withdrawText: {
    vi: 'Lời kể không còn công khai ngay sau khi gỡ; cán bộ vẫn xem được và có thể hiện lại.',
    en: 'It is public no more at once; staff still see it and can show it again.'
  },
  reason: { vi: 'Lý do (bắt buộc, không ghi tên ai)', en: 'Reason (required; name nobody)' },
  remove: { vi: 'Xóa hẳn', en: 'Delete for good' },
  removeTitle: { vi: 'Xóa hẳn lời kể này?', en: 'Delete this memory for good?' },
  removeText: {
    vi: 'Dùng khi người kể yêu cầu xóa. Lời kể, tên người kể và các bản trước bị xóa, không lấy lại được; nhật ký chỉ còn ghi rằng đã xóa.',
    en: 'For when its contributor wants it deleted. The words, the name and all earlier versions go and cannot be had back; the log only says that it was deleted.'
  },
  nowShown: {
    vi: 'Lời kể của {contributor}: đã duyệt, đang hiện trên trang.',
    en: 'The memory of {contributor} is approved and on the page.'
  },
  nowWithdrawn: {
    vi: 'Lời kể của {contributor}: đã gỡ khỏi trang.',
    en: 'The memory of {contributor} is off the page.'
  },
  nowDeleted: {
    vi: 'Lời kể của {contributor}: đã xóa hẳn.',
    en: 'The memory of {contributor} is deleted for good.'
  },
  history: { vi: 'Lịch sử', en: 'History' },
  event: { vi: '{action}: {by}, {at}', en: '{action}: {by}, {at}' },
  because: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  before: { vi: 'Trước khi sửa', en: 'Before the change' },
  outdated: {
    vi: 'Người khác vừa sửa lời kể của di tích này nên chưa lưu. Danh sách dưới đây là bản mới; hãy xem lại rồi làm lại nếu còn cần.',
    en: 'Somebody else has just changed this relic’s memories, so nothing was saved. The list below is the new one; look at it and do it again where it is still needed.'
  }
} as const

/** What state a memory is in. */
export const stateMessages: Readonly<Record<MemoryState, Message>> = {
  waiting: { vi: 'Chờ duyệt', en: 'To be approved' },
  shown: { vi: 'Đang hiện trên trang', en: 'On the page' },
  withdrawn: { vi: 'Đã gỡ', en: 'Taken down' }
}

/** What was done with one. */
export const eventMessages: Readonly<Record<MemoryEvent['action'], Message>> = {
  add: { vi: 'Thêm', en: 'Added' },
  change: { vi: 'Sửa, chờ duyệt lại', en: 'Changed, to be approved again' },
  show: { vi: 'Duyệt và hiện', en: 'Approved and shown' },
  withdraw: { vi: 'Gỡ khỏi trang', en: 'Taken down' }
}
