import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { PICTURES } from '../../../renderer/help/pictures.ts'
import type { GuidePart } from '../../../shared/messages/help/guide.ts'
import { GUIDES } from '../../../shared/messages/help/guides.ts'

const wordsOf = (part: GuidePart): readonly string[] => {
  if (part.kind === 'picture') return []
  return part.kind === 'text' ? [part.text] : part.items
}

/** The words of the screens, as their sources have them, on one line. */
const onScreen = globSync(['renderer/**/*.{ts,tsx}', 'shared/**/*.ts'], { cwd: projectPath('') })
  .filter(file => !file.includes('messages/help'))
  .map(file => readFileSync(projectPath(file), 'utf8').replaceAll(/\s+/g, ' '))
  .join('\n')

describe.each(GUIDES)('$title', ({ sections }) => {
  const parts = sections.flatMap(section => section.parts)

  it('names only what stands on a screen', () => {
    const named = parts
      .flatMap(wordsOf)
      .flatMap(words => [...words.matchAll(/\*([^*]+)\*/g)])
      .map(([, label = '']) => label)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter(label => !onScreen.includes(label))).toEqual([])
  })

  it('shows only pictures that are there', () => {
    const shown = parts.flatMap(part => (part.kind === 'picture' ? [part.picture] : []))
    for (const name of shown) {
      expect(PICTURES[name]).toContain(`/docs/images/${name}.png`)
      expect(existsSync(projectPath(`docs/images/${name}.png`)), name).toBe(true)
    }
  })

  it('has sections of different names, each short enough for a page', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    for (const section of sections) {
      const words = section.parts.flatMap(wordsOf).join(' ').split(' ').length
      expect(words, section.title).toBeLessThan(160)
    }
  })
})
