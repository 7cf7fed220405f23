import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'

// React Aria notes each property that changes on an element, and of an element that is taken away in the middle it
// hears of the first property alone: it then keeps the element, and with it the page of whoever was rating, for ever.
it('lets no more than one property of an element change gradually', () => {
  const sheets = globSync('**/*.css', { cwd: projectPath('renderer') })
  const found = sheets.flatMap(sheet => {
    const text = readFileSync(join(projectPath('renderer'), sheet), 'utf8')
    return [...text.matchAll(/transition:(?<changes>[^;]+);/g)].map(match => ({
      sheet,
      changes: match.groups?.changes?.replaceAll(/\([^)]*\)/g, '').split(',') ?? [],
    }))
  })
  expect(found.length).toBeGreaterThan(5)
  expect(found.filter(({ changes }) => changes.length > 1 || / all\b/.test(` ${changes}`))).toEqual(
    [],
  )
})
