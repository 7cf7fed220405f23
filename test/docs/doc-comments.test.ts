import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'

/** Doc comments that begin with a question, of one line or several. */
const ASKS = /\/\*\*\s+(?:\*\s+)?(?:What|How|Whether|Who|Whose|Where|When|Which|Why)\b.*/g

it('begins every doc comment with a noun or a verb', () => {
  const sources = globSync(
    '{shared,engine,server,cli,electron,renderer,build,test}/**/*.{ts,tsx}',
    { cwd: projectPath('') },
  )
  const asking = sources.flatMap(file =>
    [...readFileSync(projectPath(file), 'utf8').matchAll(ASKS)].map(
      ([comment]) => `${file.replaceAll(sep, '/')}: ${comment}`,
    ),
  )
  expect(asking).toEqual([])
})
