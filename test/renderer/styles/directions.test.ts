import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'

const SIDED = [
  // A side of the window where the side of a line is meant: left is where words begin in some languages only.
  /^\s*(?:left|right|[a-z-]+-(?:left|right)(?:-[a-z]+)?)\s*:/,
  /:\s*(?:left|right)\s*;/,
  /translateX\((?!calc\(var\(--onwards\))/,
]

/** Tests whether a line has four lengths of which those at the sides differ. */
function partsSides(line: string): boolean {
  const value = /^\s*(?:padding|margin|inset|border-width):(?<value>[^;]+);/.exec(line)?.groups
    ?.value
  // A length may be computed, with spaces in it.
  const [, right, , left] = value?.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
  return left !== undefined && left !== right
}

const sidesIn = (text: string): readonly string[] =>
  text.split('\n').filter(line => partsSides(line) || SIDED.some(pattern => pattern.test(line)))

// What runs along a line is said by its beginning and end, so that a language from the right needs no style of its own.
it('names no left and no right in a style sheet', () => {
  const sheets = globSync('**/*.css', { cwd: projectPath('renderer') })
  const found = sheets.flatMap(sheet =>
    sidesIn(readFileSync(join(projectPath('renderer'), sheet), 'utf8')).map(
      line => `${sheet}: ${line.trim()}`,
    ),
  )
  expect(sheets.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})

it.each([
  '  margin-left: 1rem;',
  '  border-right-width: 0;',
  '  right: 0;',
  '  text-align: left;',
  '  padding: 0 1px 0 0;',
  '  inset: var(--one) auto 0 calc(-1 * var(--two));',
  '  transform: translateX(1rem);',
])('finds %s', line => {
  expect(sidesIn(line)).toEqual([line])
})
