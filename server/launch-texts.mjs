// What launch.mjs says before anything is built, in both languages.

/** The language of a command's output, as the command itself decides it; the program itself speaks Vietnamese. */
function isEnglish(name, args) {
  if (!['import', 'villages', 'account', 'audit', 'backup', 'restore', 'take-in'].includes(name)) return false
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const given = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1])
  if (given === 'vi' || given === 'en') return given === 'en'
  return /^en/i.test(process.env.LC_ALL || process.env.LANG || '')
}

/** The sentences in the language of the command that these words start. */
export function launchTexts(name, args) {
  const pick = isEnglish(name, args) ? (_vi, en) => en : (vi) => vi
  return {
    notInstalled: pick(
      'Chưa cài các gói cần để dựng chương trình. Hãy chạy «npm ci» rồi thử lại.',
      'The packages that building needs are not installed. Run “npm ci”, then try again.'
    ),
    notWritable: (folder, reason) =>
      pick(
        `Không ghi được vào thư mục chương trình ${folder} (${reason}). Hãy cấp quyền ghi cho người dùng ` +
          `đang chạy, hoặc dựng trước bằng «npm run build» với người dùng có quyền.`,
        `The program's folder ${folder} cannot be written (${reason}). Grant the right to the user who runs it, ` +
          `or build beforehand by “npm run build” as a user who has it.`
      ),
    buildingWeb: pick('[1/5] Dựng giao diện …', '[1/5] Building the pages …'),
    buildingServer: pick('[2/5] Dựng máy chủ …', '[2/5] Building the server …'),
    noCommand: (names) =>
      pick(
        `Không có lệnh «${name}». Các lệnh: ${names}`,
        `There is no command “${name}”. There are: ${names}`
      ),
    oldNode: (version) =>
      pick(
        `Cần Node.js từ 20.19 trở lên, máy này có ${version}.`,
        `Node.js 20.19 or later is needed, this machine has ${version}.`
      )
  }
}
