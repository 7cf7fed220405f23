import { readFileSync, writeFileSync } from 'node:fs'
import { DRAFT_FRAMEWORK } from './fixtures.ts'

/**
 * The draft framework as a colleague sent it back: CTX-01 reworded, CTX-02 in two parts, CTX-05 gone, CTX-11
 * under another code, and one at the end that nobody has seen before.
 */
export function writeSecondDraft(file: string): string {
  const [heading = '', ...rows] = readFileSync(DRAFT_FRAMEWORK, 'utf8').trim().split(/\r?\n/)
  const changed = rows.flatMap(row => {
    if (row.startsWith('CTX-01,')) {
      return [row.replace('Rate of referrals to', 'Yearly rate of new referrals to')]
    }
    if (row.startsWith('CTX-02,')) {
      return ['age', 'sex'].map((part, index) =>
        row
          .replace('CTX-02,', `CTX-02${'ab'.charAt(index)},`)
          .replace(
            'Rate of children in need at 31 March',
            `Rate of children in need at 31 March by ${part}`,
          ),
      )
    }
    if (row.startsWith('CTX-05,')) return []
    return [row.replace(/^CTX-11,/, 'CTX-99,')]
  })
  const added =
    'ZZZ-01,Z. Listening,Families are heard.,Parents who were told what came of their complaint,,,,,,,,'
  writeFileSync(file, [heading, ...changed, added, ''].join('\n'))
  return file
}
