import type { Localized } from '../collections/contract.ts'

// The importer is the command's, and says what to do in the command's options. On the page the same is done by its
// fields; screen-words.test.ts holds that no sentence of the importer is left with an option.

type Rule = readonly [command: RegExp, screen: string]

const VI: readonly Rule[] = [
  [/Xem danh sách bằng: npm run import -- list/g, 'Xem ở «Các lần nạp gần đây».'],
  [/ \(npm run import -- undo ([^)\s]+)\)/g, ' (số $1 ở «Các lần nạp gần đây»)'],
  [/npm run import -- undo ([^\s,;)]+)/g, 'số $1 ở «Các lần nạp gần đây»'],
  [/hãy nạp vào danh sách: npm run import -- (\S+) TỆP/g, 'hãy nhờ quản trị viên thêm vào danh sách «$1»'],
  [/ \(npm run import -- communes TỆP\)/g, ' (việc của quản trị viên)'],
  [
    /chỉ rõ: --map lng=«cột kinh độ» --map lat=«cột vĩ độ», hoặc --map x=«cột hướng đông» --map y=«cột hướng bắc» cùng --crs/g,
    'chọn ở phần ghép cột: kinh độ và vĩ độ, hoặc hướng đông và hướng bắc cùng hệ tọa độ'
  ],
  [/chỉ rõ bằng --map (\S+)=«tên cột», hoặc --set \S+=«giá trị chung»/g, 'chọn cột cho «$1» ở phần ghép cột'],
  [/--map ref=«tên cột»/g, 'trường «Mã của nguồn»'],
  [/--map (\S+)=(\S+):/g, 'Cột chọn cho «$1»:'],
  [/bằng --layer, ví dụ --layer "?[^."]*"?\./g, 'ở ô «Lớp trong tệp».'],
  [/ \(--encoding [^)]*\)/g, ' ở ô «Bảng mã chữ»'],
  [/bằng --crs, ví dụ --crs (\S+)\./g, 'ở ô «Hệ tọa độ», ví dụ $1.'],
  [
    /--crs (\S+): phải có dạng EPSG:số, ví dụ --crs EPSG:9209/g,
    'Hệ tọa độ $1: phải có dạng EPSG:số, ví dụ EPSG:9209'
  ],
  [/thêm --crs (\S+) nếu là WGS 84, --crs (\S+) nếu/g, 'chọn hệ tọa độ $1 nếu là WGS 84, $2 nếu'],
  [/theo --crs/g, 'theo ô «Hệ tọa độ»'],
  [/\(nạp riêng với --crs\)/g, '(nạp riêng, có chọn hệ tọa độ)'],
  [/chỉ rõ --commune/g, 'nạp bằng tài khoản của xã ấy'],
  [/ \(--commune\)/g, ''],
  [/--(crs|commune)\b/g, 'lựa chọn «$1»']
]

const EN: readonly Rule[] = [
  [/List them with: npm run import -- list/g, 'Look under “Latest imports”.'],
  [/ \(npm run import -- undo ([^)\s]+)\)/g, ' (number $1 under “Latest imports”)'],
  [/npm run import -- undo ([^\s,;)]+)/g, 'number $1 under “Latest imports”'],
  [/add it to the list: npm run import -- (\S+) FILE/g, 'ask an administrator to add it to the list “$1”'],
  [/ \(npm run import -- communes FILE\)/g, ' (an administrator does)'],
  [
    /Name them: --map lng=«column» --map lat=«column», or --map x=«easting» --map y=«northing» with --crs/g,
    'Choose them among the columns: longitude and latitude, or easting and northing with the coordinate system'
  ],
  [
    /Say which with --map (\S+)=«column», or --set \S+=«value for all rows»/g,
    'Choose the column of “$1” below'
  ],
  [/that names each thing: --map ref=«column»/g, 'that names each thing (the field “Source id”)'],
  [/--map (\S+)=(\S+):/g, 'The column chosen for “$1”:'],
  [/with --layer, for example --layer "?[^."]*"?\./g, 'in the field “Layer of the file”.'],
  [/Name it \(--encoding [^)]*\)/g, 'Choose it in the field “Text encoding”'],
  [/with --crs, for example --crs (\S+)\./g, 'in the field “Coordinate system”, for example $1.'],
  [
    /--crs (\S+): write EPSG:number, for example --crs EPSG:9209/g,
    'Coordinate system $1: write EPSG:number, for example EPSG:9209'
  ],
  [/add --crs (\S+) for WGS 84, --crs (\S+) for/g, 'choose the coordinate system $1 for WGS 84, $2 for'],
  [/as --crs says/g, 'as the field “Coordinate system” says'],
  [/\(import them apart with --crs\)/g, '(import them apart, with their coordinate system)'],
  [/name one with --commune/g, 'import with an account of that commune'],
  [/ \(--commune\)/g, ''],
  [/--(crs|commune)\b/g, 'the choice “$1”']
]

const told = (text: string, rules: readonly Rule[]) =>
  rules.reduce((said, [command, screen]) => said.replace(command, screen), text)

/** A sentence of the importer in the words of the page. */
export const onScreen = ({ vi, en }: Localized): Localized => ({ vi: told(vi, VI), en: told(en, EN) })
