import { describe, expect, it } from 'vitest'
import {
  checkDraft,
  dayOf,
  draftLike,
  newDraft,
  withGroup,
  withNewGroup,
} from '../../../renderer/pages/workshops/workshop-draft.ts'
import { DEFAULT_GROUPS } from '../../../shared/model/vocabulary.ts'

const draft = { ...newDraft(new Date(2026, 2, 9, 23, 30)), title: 'Spring' }

const renamed = (key: number, name: string) => withGroup(draft, { key, name, isIncluded: true })

describe('a workshop that is being set up', () => {
  it('is for the day that this laptop has, however late it is', () => {
    expect(dayOf(new Date(2026, 2, 9, 23, 59))).toBe('2026-03-09')
    expect(draft.date).toBe('2026-03-09')
  })

  it('starts with every default group', () => {
    expect(checkDraft(draft)).toEqual({
      details: {
        title: 'Spring',
        date: '2026-03-09',
        venue: '',
        facilitators: '',
        groups: [...DEFAULT_GROUPS],
      },
    })
  })

  it('takes renamed and added groups, and leaves out those that are not ticked', () => {
    const without = withGroup(renamed(0, ' Directors '), {
      key: 1,
      name: 'Leads',
      isIncluded: false,
    })
    const added = withNewGroup(without)
    const named = withGroup(added, { key: 7, name: 'Foster carers', isIncluded: true })
    expect(checkDraft(named)).toMatchObject({
      details: {
        groups: [
          'Directors',
          'DfE',
          'Ofsted',
          'Young people',
          'Parents and carers',
          'Other',
          'Foster carers',
        ],
      },
    })
  })

  it('is like another one today, with the other default groups to be ticked', () => {
    const groups = ['Foster carers', 'Ofsted']
    const other = { title: 'Spring', date: '2026-01-02', venue: 'Hall', groups }
    const like = draftLike(other, new Date(2026, 2, 9))
    expect(checkDraft(like)).toEqual({
      details: { ...other, date: '2026-03-09', facilitators: '' },
    })
    expect(like.groups.map(({ name }) => name)).toEqual([
      ...groups,
      ...DEFAULT_GROUPS.filter(name => name !== 'Ofsted'),
    ])
  })

  it('names each field that must be put right', () => {
    expect(checkDraft({ ...draft, title: '  ', date: '' })).toEqual({
      errors: {
        title: 'Give the workshop a title of up to 200 characters.',
        date: 'Choose the day of the workshop.',
      },
    })
  })

  it.each([
    ['two of one name', renamed(1, 'adcs'), 'There are two groups called adcs.'],
    ['a ticked one without a name', withNewGroup(draft), 'Give each ticked group a name'],
    ['none at all', { ...draft, groups: [] }, 'Tick at least one group.'],
  ])('refuses groups with %s', (_, given, words) => {
    const checked = checkDraft(given)
    expect('errors' in checked && checked.errors.groups).toContain(words)
  })
})
