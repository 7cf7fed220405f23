import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ownFolder } from '../../../helpers/sample-workbook.ts'

it('keeps some 2 MB of what waits for a merge in memory, however much that is', () => {
  const script = fileURLToPath(new URL('./waiting-in-child.ts', import.meta.url))
  const grown = Number(execFileSync(process.execPath, [script, ownFolder()], { encoding: 'utf8' }))
  expect(grown).toBeLessThan(15)
})
