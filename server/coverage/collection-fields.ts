import type { Field } from '../collections/collection.ts'

/** The operator whose map, site or line it is, as files name it. */
export const operatorField: Field = {
  name: 'operator',
  type: 'text',
  title: { vi: 'Nhà mạng', en: 'Operator' },
  required: true,
  tile: true,
  namedIn: 'operators',
  aliases: ['operator', 'nhà mạng', 'doanh nghiệp', 'đơn vị', 'nhà cung cấp', 'chủ sở hữu']
}

/** What an operator offers or a site carries. */
export const technologiesField: Field = {
  name: 'technologies',
  type: 'text[]',
  title: { vi: 'Công nghệ', en: 'Technologies' },
  required: true,
  tile: true,
  aliases: ['technologies', 'technology', 'công nghệ', 'loại công nghệ', 'mạng'],
  values: {
    '2G': ['2g', 'gsm'],
    '3G': ['3g', 'umts', 'wcdma'],
    '4G': ['4g', 'lte'],
    '5G': ['5g', 'nr'],
    fibre: ['fiber', 'ftth', 'cáp quang', 'quang'],
    fixed: ['cố định', 'băng rộng cố định']
  }
}

/** A name that the map shows. `more`: what files call it besides. */
export const nameField = (title: Field['title'], ...more: string[]): Field => ({
  name: 'name',
  type: 'text',
  title,
  tile: true,
  aliases: ['name', 'tên', ...more]
})

/** Who provides a fixed line. `more`: what files call it besides. */
export const providerField = (...more: string[]): Field => ({
  name: 'provider',
  type: 'text',
  title: { vi: 'Nhà cung cấp', en: 'Provider' },
  aliases: ['provider', 'nhà cung cấp', 'nhà mạng', ...more]
})
