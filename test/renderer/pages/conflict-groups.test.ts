import { describe, expect, it } from 'vitest'
import {
  blindOrder,
  causeOf,
  EVERYTHING,
  groupConflicts,
  inOrderOf,
  isShown,
  keyOf,
  nextKey,
} from '../../../renderer/pages/conflicts/groups.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'

let made = 0

/** A conflict of a person; each side is a laptop and a level, and `paper` where it was keyed in. */
function conflict(
  person: string,
  sides: readonly (readonly [device: string, level: number, entry?: 'file' | 'screen'])[],
): Conflict {
  return {
    ...{ participant: person, indicator: 'i', criterion: 'usefulness', round: 1 },
    ...{ code: `A${made}`, title: 'Indicator' },
    sides: sides.map(([device, level, entry = 'screen']) => ({
      id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
      ...{ participant: person, code: person, name: person, group: 'ADCS', workshop: 'Hull' },
      answer: { kind: 'level', level },
      ...{ comment: null, wording: 'title', entry, keyedBy: null, checkedBy: null, device },
      recordedAt: '2026-03-09T10:00:00.000Z',
    })),
  }
}

const COPIED = [
  conflict('P1', [
    ['x', 4],
    ['y', 4],
  ]),
  conflict('P1', [
    ['x', 4],
    ['y', 2],
  ]),
  conflict('P1', [
    ['x', 4],
    ['x', 2, 'file'],
  ]),
  conflict('P2', [
    ['x', 4],
    ['y', 1],
  ]),
]

describe('conflicts by person and cause', () => {
  it('stand together where one laptop and its copy brought them, the largest group first', () => {
    const groups = groupConflicts(COPIED, false)
    expect(
      groups.map(({ people, cause, conflicts, same }) => [people, cause, conflicts.length, same]),
    ).toEqual([
      ['P1', 'two laptops', 2, 1],
      ['P1', 'paper and screen', 1, 0],
      ['P2', 'two laptops', 1, 0],
    ])
  })

  it('are of one laptop where both answers are', () => {
    expect(
      causeOf(
        conflict('P1', [
          ['x', 1],
          ['x', 2],
        ]),
      ),
    ).toBe('one laptop')
  })

  it('are narrowed down by every choice at once', () => {
    const shown = (filter: object) =>
      COPIED.filter(one => isShown(one, { ...EVERYTHING, ...filter }))
    expect(shown({})).toHaveLength(4)
    expect(shown({ person: 'P1' })).toHaveLength(3)
    expect(shown({ person: 'P1', cause: 'two laptops' })).toHaveLength(2)
    expect(shown({ laptop: 'y' })).toHaveLength(3)
    expect(shown({ workshop: 'Leeds' })).toHaveLength(0)
  })

  it('are gone through in the order in sight, and back from the last', () => {
    const groups = groupConflicts(COPIED, false)
    const keys = groups.flatMap(({ conflicts }) => conflicts.map(keyOf))
    expect(nextKey(groups, keys[0] ?? '')).toBe(keys[1])
    expect(nextKey(groups, keys[3] ?? '')).toBe(keys[2])
  })

  it('tell nothing of a laptop to whoever is not to know, also by the person’s name', () => {
    const [conflict] = COPIED
    const sides = conflict?.sides.map(side => ({ ...side, name: 'KUB-07 (laptop KUB)' })) ?? []
    const named = { ...conflict, participant: '01994d2e-4444-7c1d-8e9f-0a1b2c3d4e5f', sides }
    const [group] = groupConflicts([named as Conflict], true)
    expect(group?.people).toBe('Person 3d4e5f')
    expect(groupConflicts([named as Conflict], false)[0]?.people).toBe('KUB-07 (laptop KUB)')
  })

  it('show their sides in another order than that in which they were given to whoever is not to know', () => {
    const [first] = COPIED
    const late = { ...COPIED[0]?.sides[0], id: '00000000-0000-7000-8000-ffffffffffff' }
    const sides = [late, first?.sides[1]] as Conflict['sides']
    expect(blindOrder({ sides })[0]).toBe(sides[1])
  })
})

it('keep their places while they become smaller, and new ones come last', () => {
  const keys = groupConflicts(COPIED, false).map(({ key }) => key)
  const [first, , third] = keys
  const later = groupConflicts(
    [
      ...COPIED.slice(1),
      conflict('P3', [
        ['x', 1],
        ['y', 2],
      ]),
      conflict('P3', [
        ['x', 2],
        ['y', 3],
      ]),
    ],
    false,
  )
  const places = inOrderOf(later, [third ?? '', first ?? '']).map(({ people, key }) => [
    people,
    key,
  ])
  expect(places.map(([people]) => people)).toEqual(['P2', 'P1', 'P3', 'P1'])
  expect(places[1]?.[1]).toBe(first)
})
