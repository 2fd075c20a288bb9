import type { Bilingual } from '../../http/language.ts'
import type { Exported } from './export-relics.ts'
import type { Taken } from './take-in-relics.ts'

// What the command says of a bag that was made or taken in.

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000)
const quoted = (titles: readonly string[]) => ({
  vi: titles.map((title) => `«${title}»`).join(', '),
  en: titles.map((title) => `“${title}”`).join(', ')
})

/** Lines of which some may not apply. */
const lines = (...all: readonly (Bilingual | false)[]): Bilingual => {
  const said = all.filter((line) => line !== false)
  return { vi: said.map(({ vi }) => vi).join('\n'), en: said.map(({ en }) => en).join('\n') }
}

/** What went into the bag at a path, and what did not. */
export function exportedText(exported: Exported, path: string): Bilingual {
  const {
    relics,
    memories,
    tours,
    toursLeftOut,
    communes,
    protected: hidden,
    files,
    bytes,
    missing
  } = exported
  const size = megabytes(bytes)
  const left = quoted(toursLeftOut)
  return lines(
    {
      vi: `Đã xuất ${relics} di tích, ${memories} lời kể, ${tours} tuyến tham quan, ${files} tệp (${size} MB) vào ${path}.`,
      en: `Exported ${relics} relics, ${memories} memories, ${tours} tours and ${files} files (${size} MB) to ${path}.`
    },
    communes.length > 0 && {
      vi: `Ranh giới, thôn và nền bản đồ của xã ${communes.join(', ')} đi kèm, cho hệ thống chưa có xã này.`,
      en: `Borders, villages and map of the commune ${communes.join(', ')} come along, for an installation that does not know it.`
    },
    toursLeftOut.length > 0 && {
      vi: `Chú ý: tuyến ${left.vi} không đi kèm vì có điểm dừng không được xuất.`,
      en: `Note: the tour ${left.en} is not in the bag, for not all of its stops are.`
    },
    hidden > 0 && {
      vi: `Chú ý: túi có vị trí chính xác của ${hidden} di tích giữ kín; hãy cất nơi kín.`,
      en: `Note: the exact places of ${hidden} protected relics are in the bag; keep it closed.`
    },
    missing.length > 0 && {
      vi: `Chú ý: ${missing.length} tệp đã mất hoặc hỏng từ trước nên không có trong túi.`,
      en: `Note: ${missing.length} files were lost or damaged before and are not in the bag.`
    }
  )
}

function outcomeText({ outcome, relics, rows, media, memories, tours, importId }: Taken): Bilingual {
  const undo = importId === null ? '' : ` npm run import -- undo ${importId}`
  const news = {
    vi: `${rows} dòng, ${media} hình ảnh, âm thanh, tư liệu, ${memories} lời kể và ${tours} tuyến mới`,
    en: `${rows} rows, ${media} media, ${memories} memories and ${tours} tours are new`
  }
  return {
    done: {
      vi: `Đã nạp ${relics} di tích: ${news.vi}.${undo && ` Muốn gỡ các dòng:${undo}`}`,
      en: `Took in ${relics} relics: ${news.en}.${undo && ` To take the rows back:${undo}`}`
    },
    valid: {
      vi: `Túi đúng và nạp được: ${relics} di tích, trong đó ${news.vi}. Chưa có gì thay đổi.`,
      en: `The bag is right and can be taken in: ${relics} relics, of which ${news.en}. Nothing has changed.`
    },
    unchanged: {
      vi: `Tất cả ${relics} di tích trong túi đã có tại đây; không có gì thay đổi.`,
      en: `All ${relics} relics of the bag are here already; nothing has changed.`
    }
  }[outcome]
}

/** What became of a bag that was taken in. */
export function takenText(taken: Taken): Bilingual {
  const { communes, toursKept, memoriesKept, memoriesDeleted } = taken
  const kept = quoted(toursKept)
  return lines(
    outcomeText(taken),
    communes.length > 0 && {
      vi: `Xã ${communes.join(', ')} chưa có tại đây: ranh giới, thôn và nền bản đồ đi theo túi.`,
      en: `The commune ${communes.join(', ')} is not known here: its border, villages and map come with the bag.`
    },
    toursKept.length > 0 && {
      vi: `Chú ý: tuyến ${kept.vi} tại đây được sửa sau bản trong túi nên giữ nguyên.`,
      en: `Note: the tour ${kept.en} was changed here later than in the bag, and stays as it is.`
    },
    memoriesKept > 0 && {
      vi: `Chú ý: ${memoriesKept} lời kể tại đây được sửa sau bản trong túi nên giữ nguyên.`,
      en: `Note: ${memoriesKept} memories were changed here later than in the bag, and stay as they are.`
    },
    memoriesDeleted > 0 && {
      vi: `Chú ý: ${memoriesDeleted} lời kể đã xóa tại đây theo yêu cầu của người kể nên không nạp lại.`,
      en: `Note: ${memoriesDeleted} memories were deleted here as their contributors wished, and do not come back.`
    }
  )
}
