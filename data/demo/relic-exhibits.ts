import { ringBell } from './relic-bell.ts'
import { makeSteleHouse } from './relic-model.ts'
import { drawPanorama } from './relic-panorama.ts'
import { drawRelic } from './relic-pictures.ts'

/** What is heard and turned of one illustrative relic, told by its `ref` in the inventory. */
interface DemoExhibit {
  ref: string
  kind: 'audio' | 'panorama' | 'model'
  make: () => Promise<Buffer> | Buffer
  /** Of a model: the picture that is shown first. */
  poster?: () => Promise<Buffer>
  altVi: string
  altEn: string
  transcriptVi?: string
  transcriptEn?: string
}

const LOOK = { wall: '#e6d3ab', roof: '#9c4a2f', bays: 5 }

/** One of each kind. */
export const DEMO_EXHIBITS: readonly DemoExhibit[] = [
  {
    ref: 'dt-1',
    kind: 'panorama',
    make: drawPanorama,
    altVi:
      'Sân đình nhìn quanh một vòng: tòa đại đình năm gian, cổng, nhà bia, cây và dãy đồi (tranh minh họa)',
    altEn: 'All around from the court: the main hall of five bays, the gate, trees and hills (a drawing)'
  },
  {
    ref: 'dt-1',
    kind: 'model',
    make: makeSteleHouse,
    poster: () => drawRelic('tablet', LOOK),
    altVi: 'Nhà bia: bia đá trên bệ, bốn cột gỗ, mái chóp (mô hình minh họa)',
    altEn: 'The stele house: a stone on its base, four wooden columns, a pointed roof (an illustration)'
  },
  {
    ref: 'dt-1',
    kind: 'audio',
    make: ringBell,
    altVi: 'Ba tiếng chuông (âm thanh tổng hợp, minh họa)',
    altEn: 'Three strokes of a bell (synthesised, an illustration)',
    transcriptVi:
      'Ba tiếng chuông trầm, cách nhau ba giây, ngân dài rồi tắt dần.\n\nKhông có lời nói. Âm thanh do chương trình tạo ra để minh họa.',
    transcriptEn:
      'Three low strokes of a bell, three seconds apart, each fading slowly.\n\nNobody speaks. The sound was made by a program as an illustration.'
  }
]
