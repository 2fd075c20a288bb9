import type { Bilingual } from '../../http/language.ts'

/** The words of `/ogc`'s documents and pages. */
export const TEXTS = {
  title: { vi: 'Địa bàn', en: 'Địa bàn' },
  description: {
    vi: 'Dữ liệu mở về vùng phủ sóng, cáp quang, nhà văn hóa, camera và địa giới của xã, phường. Hệ tọa độ WGS 84, kinh độ trước vĩ độ.',
    en: 'Open data on mobile coverage, fibre, cultural houses, cameras and boundaries of communes. WGS 84, longitude before latitude.'
  },
  conformance: { vi: 'Các chuẩn được tuân theo', en: 'Standards conformed to' },
  api: { vi: 'Mô tả giao diện', en: 'API description' },
  apiJson: { vi: 'Mô tả giao diện (OpenAPI 3.0)', en: 'API description (OpenAPI 3.0)' },
  collections: { vi: 'Các lớp dữ liệu', en: 'Collections' },
  collection: { vi: 'Lớp dữ liệu', en: 'Collection' },
  items: { vi: 'Các đối tượng', en: 'Items' },
  item: { vi: 'Đối tượng', en: 'Item' },
  next: { vi: 'Trang sau', en: 'Next page' },
  tiles: { vi: 'Ô bản đồ vectơ', en: 'Vector tiles' },
  tileset: { vi: 'Bộ ô WebMercatorQuad', en: 'Tileset WebMercatorQuad' },
  tilingSchemes: { vi: 'Lưới ô', en: 'Tile matrix sets' },
  tilingScheme: { vi: 'Lưới ô WebMercatorQuad', en: 'Tile matrix set WebMercatorQuad' },
  tileJson: { vi: 'TileJSON cho MapLibre, QGIS', en: 'TileJSON for MapLibre, QGIS' },
  tile: { vi: 'Một ô (hàng trước cột)', en: 'One tile (row before column)' },
  property: { vi: 'Thuộc tính', en: 'Property' },
  type: { vi: 'Kiểu', en: 'Type' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  required: { vi: 'bắt buộc', en: 'required' },
  value: { vi: 'Giá trị', en: 'Value' },
  geometry: { vi: 'Hình dạng', en: 'Geometry' },
  noGeometry: { vi: 'không có', en: 'none' },
  number: { vi: 'Số hiệu', en: 'Id' },
  properties: { vi: 'Các thuộc tính', en: 'Properties' },
  extent: { vi: 'Phạm vi (độ)', en: 'Extent (degrees)' },
  noExtent: { vi: 'chưa có dữ liệu', en: 'no data yet' },
  noItems: { vi: 'Không có đối tượng nào khớp điều kiện.', en: 'Nothing meets the conditions.' },
  counted: { vi: 'Đang hiện {shown} trong {all} đối tượng', en: 'Showing {shown} of {all} items' },
  openData: { vi: 'Dữ liệu mở cho máy đọc', en: 'Open data for machines' },
  aboutCollections: {
    vi: 'Từng lớp: ý nghĩa, phạm vi, các đối tượng dạng bảng và GeoJSON.',
    en: 'Each collection: meaning, extent, items as a table and as GeoJSON.'
  },
  aboutTiles: {
    vi: 'Bản đồ vectơ MVT và TileJSON cho QGIS, MapLibre.',
    en: 'Vector maps as MVT and TileJSON for QGIS and MapLibre.'
  },
  aboutSchemes: { vi: 'Cách chia ô của bản đồ vectơ.', en: 'How the vector maps are cut into tiles.' },
  aboutApi: {
    vi: 'Mọi địa chỉ và tham số, theo OpenAPI 3.0.',
    en: 'Every address and parameter, as OpenAPI 3.0.'
  },
  aboutConformance: {
    vi: 'OGC API Features và OGC API Tiles, từng lớp yêu cầu.',
    en: 'OGC API Features and OGC API Tiles, class by class.'
  },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  license: { vi: 'Giấy phép', en: 'Licence' },
  path: { vi: 'Đường dẫn', en: 'Path' },
  parameters: { vi: 'Tham số', en: 'Parameters' }
} satisfies Record<string, Bilingual>
