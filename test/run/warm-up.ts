// Ended in an orderly way, unlike a reader: what was compiled is kept where NODE_COMPILE_CACHE says.
import '../../engine/reader-main.ts'
import '../../engine/files/spreadsheet/parse-spreadsheet.ts'
import '../../engine/packages/read/parse-package.ts'

process.exit()
