import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'

it('the page on performance names everything that the benchmarks can measure alone', () => {
  const run = readFileSync(projectPath('test/bench/run.ts'), 'utf8')
  const groups = /> = \{([^}]*)\}/.exec(run)?.[1] ?? ''
  const names = [...groups.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)
  const page = readFileSync(projectPath('docs/performance.md'), 'utf8')
  const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(5)
  expect(told).toEqual(names)
})
