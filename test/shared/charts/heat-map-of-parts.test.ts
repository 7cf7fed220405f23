import { expect, it } from 'vitest'
import { heatMapOfParts } from '../../../shared/charts/heat-map/parts.ts'
import type { Comparison } from '../../../shared/model/results.ts'
import { ratedMaterial } from '../../helpers/rated-material.ts'

const material = ratedMaterial({ indicators: 12, participants: 14 })
const { indicators, groups } = material.results
const choice = { criterion: 'usefulness', figure: 'favourable' } as const

/** The answers of each group, as if it had been a workshop of this title. */
function comparison(titleOf: (group: string) => string): Comparison {
  return {
    by: 'workshop',
    parts: Object.entries(groups).map(([id, participants]) => ({
      ...{ id, name: titleOf(id), participants },
    })),
    indicators: indicators.map(({ id, criteria: { usefulness, usability } }) => ({
      ...{ id, criteria: { usefulness: usefulness.groups, usability: usability.groups } },
    })),
  }
}

it('sets workshops side by side, each with its own figure and n, and everyone before them', () => {
  const { table, title } = heatMapOfParts(
    material,
    comparison(group => `In ${group}`),
    choice,
    indicators,
  )
  expect(table.columns.map(({ heading }) => heading).slice(0, 4)).toEqual([
    ...['Indicator', 'Everyone', 'Everyone: n', `In ${Object.keys(groups)[0]}`],
  ])
  for (const [index, { cells }] of table.rows.entries()) {
    const result = indicators[index]?.criteria.usefulness
    expect(cells.slice(1)).toEqual(
      [result, ...Object.values(result?.groups ?? {})].flatMap(each => [each?.favourable, each?.n]),
    )
  }
  expect(title).toMatch(/^Usefulness: workshops differ most over /)
})

it('says on whom it rests, not how many workshops stand as groups', () => {
  const { basis, notes } = heatMapOfParts(
    material,
    comparison(group => group),
    choice,
    indicators,
  )
  expect(basis).toContain(`in ${Object.values(groups).filter(size => size > 0).length} groups`)
  expect(notes.join(' ')).toContain('share of a workshop’s answers')
})

it('numbers workshops of one title, so that none takes the place of another', () => {
  const { table } = heatMapOfParts(
    material,
    comparison(() => 'Leeds'),
    choice,
    indicators,
  )
  const headings = table.columns.map(({ heading }) => heading)
  expect(headings.filter(heading => heading.startsWith('Leeds')).slice(0, 4)).toEqual([
    ...['Leeds', 'Leeds: n', 'Leeds (2)', 'Leeds (2): n'],
  ])
  expect(new Set(headings).size).toBe(headings.length)
})
