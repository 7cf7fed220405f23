import { describe, expect, it } from 'vitest'
import { chooseDescription, listDescriptions } from '../../../engine/conflicts/descriptions.ts'
import { getParticipant } from '../../../engine/store/records/workshops.ts'
import { readStudy } from '../../../engine/study/state.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { correctParticipant } from '../../../engine/workshops/participants.ts'
import { program } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'

const bring = async (to: Workbook, from: Workbook) => merge(to, [await packageOf(from)])

/** Two laptops that know one person, each of which corrects what is said of them. */
async function corrected(one: string, other: string) {
  const [team, leeds] = [laptop(), laptop()]
  const participant = ratedBySomeone(team)
  await bring(leeds, team)
  correctParticipant(leeds, { participant, code: 'P01', group: other })
  correctParticipant(team, { participant, code: 'P01', group: one })
  await bring(team, leeds)
  return { team, leeds, participant }
}

const groupsOf = ({ store }: Workbook) =>
  listDescriptions(store).map(({ sides }) => sides.map(({ group }) => group).toSorted())

describe('a person whom two laptops describe differently', () => {
  it('is shown with both groups, and is left to do', async () => {
    const { team, leeds } = await corrected('Ofsted', 'DfE')
    expect(groupsOf(team)).toEqual([['DfE', 'Ofsted']])
    expect(readStudy(team, { underWay: [] }).left).toMatchObject({ descriptions: 1, codes: [] })
    await bring(leeds, team)
    expect(listDescriptions(leeds.store)).toEqual(listDescriptions(team.store))
  })

  it('is described by what is chosen, the earlier one too, on every laptop', async () => {
    const { team, leeds, participant } = await corrected('Ofsted', 'DfE')
    const [earlier] = listDescriptions(team.store)[0]?.sides ?? []
    if (!earlier) throw new Error('There are two descriptions')
    expect(chooseDescription(team, earlier.id).group).toBe(earlier.group)
    await bring(leeds, team)
    for (const { store } of [team, leeds]) {
      expect(listDescriptions(store)).toEqual([])
      expect(getParticipant(store, participant)?.group).toBe(earlier.group)
      expect(verifyWorkbook(store.file, program).ok).toBe(true)
    }
  })

  it('is none where both laptops made the same correction', async () => {
    const { team } = await corrected('Ofsted', 'Ofsted')
    expect(groupsOf(team)).toEqual([])
  })

  it('cannot be described by something that nobody said', async () => {
    const { team } = await corrected('Ofsted', 'DfE')
    expect(() => chooseDescription(team, team.device)).toThrow(/settled or changed meanwhile/)
  })
})
