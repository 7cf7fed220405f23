import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  DRAFT_FRAMEWORK_CSV,
  exampleFramework,
} from '../../../../engine/frameworks/example/example-framework.ts'
import { indicatorText } from '../../../../shared/model/framework.ts'

const folder = new URL('../../../../engine/frameworks/example/', import.meta.url)

it('is the draft framework that lies beside it for people to open', () => {
  const csv = readFileSync(new URL('draft-framework.csv', folder), 'utf8')
  expect(DRAFT_FRAMEWORK_CSV).toBe(csv.replaceAll('\r\n', '\n'))
})

it('has every indicator whole, and says that it is an illustration', () => {
  const { indicators, title, origin } = exampleFramework()
  expect(origin).toBe('example')
  expect(title).toContain('An illustration, not the published framework')
  expect(indicators).toHaveLength(106)
  for (const indicator of indicators) {
    expect(indicatorText.strict().parse(indicator)).toEqual(indicator)
    const { notes, ...said } = indicator
    expect(notes).toBe('')
    expect(Object.values(said)).not.toContain('')
    expect(Object.values(indicator)).not.toContain(null)
  }
})
