import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import { createFontFinder } from '../../../../engine/files/pictures/system-fonts.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'

const FOLDER = projectPath('engine/files/pictures/fonts')
const BUNDLED = readdirSync(FOLDER)
  .filter(name => name.endsWith('.ttf'))
  .map(name => join(FOLDER, name))
const DEJAVU = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'

const saying = (words: string) => `<svg><title>α</title><text class="β">${words}</text></svg>`

it('draws Welsh with the bundled typeface alone', () => {
  const { fonts, missing } = createFontFinder(BUNDLED)('<text>Tŷ Ŵyn, ŵ ŷ â – 75 %</text>')
  expect([fonts, missing]).toEqual([[], []])
})

it('names each letter once that no font has, and none that cannot be seen', () => {
  const { missing } = createFontFinder([])('<text>عدد عدد Ωmega Дети\u200d\ufe0f</text>')
  expect(missing).toEqual(['Ω', 'Д', 'е', 'и', 'т', 'د', 'ع'])
})

it('passes over what is not there, is no font or is cut off', () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'text.ttf'), 'No font at all, but longer than the head of one.')
  writeFileSync(join(folder, 'short.ttf'), Buffer.from([0, 1, 0, 0]))
  const paths = ['none.ttf', 'text.ttf', 'short.ttf'].map(name => join(folder, name))
  expect(createFontFinder(paths)(saying('Ω')).missing).toEqual(['α', 'Ω'].toSorted())
})

it.runIf(existsSync(DEJAVU))(
  'takes the first font of the machine that has a letter (skipped where DejaVu is not installed)',
  () => {
    const find = createFontFinder([...BUNDLED, DEJAVU])
    const { fonts, missing } = find('<text>عدد الأطفال, Παιδιά, Дети, 中</text>')
    expect(fonts).toHaveLength(1)
    expect(missing).toEqual(['中'])
  },
)
