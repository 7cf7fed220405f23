import { describe, expect, it } from 'vitest'
import { listReceipts } from '../../../../engine/packages/merge/find-receipts.ts'
import { getParticipant } from '../../../../engine/store/records/workshops.ts'
import { nameLaptop } from '../../../../engine/study/laptops.ts'
import { correctParticipant } from '../../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../../engine/workshops/workshops.ts'
import { sampleParticipant } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate } from '../laptops.ts'

/** A laptop of this name where one person rated in a workshop of its town. */
function laptopIn(town: string, code: string) {
  const workbook = laptop()
  nameLaptop(workbook, { name: `${town} 1` })
  const place = { title: `Workshop in ${town}`, date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const participant = sampleParticipant(workbook, addWorkshop(workbook, place).id)
  const group = getParticipant(workbook.store, participant)?.group ?? ''
  correctParticipant(workbook, { participant, code, group })
  rate(workbook, participant, 4)
  return workbook
}

async function merged() {
  const team = laptop()
  for (const [town, code] of [
    ['Leeds', 'L07'],
    ['Hull', 'H12'],
  ] as const) {
    await merge(team, [await packageOf(laptopIn(town, code))])
  }
  const [hull, leeds] = listReceipts(team.store)
  return { team, hull: hull?.id ?? '', leeds: leeds?.id ?? '' }
}

describe('a receipt', () => {
  it('is found by laptop, by workshop and by a person’s code', async () => {
    const { team, hull, leeds } = await merged()
    const find = (words: string) => listReceipts(team.store, words).map(({ id }) => id)
    expect(find('leeds 1')).toEqual([leeds])
    expect(find('workshop in hull')).toEqual([hull])
    expect(find('H12')).toEqual([hull])
    expect(find('l07')).toEqual([leeds])
    expect(find('laptop.workbook')).toEqual([hull, leeds])
    expect(find('nobody')).toEqual([])
  })

  it('says of each package whose laptop it is, its workshops and how many people', async () => {
    const team = laptop()
    const receipt = await merge(team, [await packageOf(laptopIn('Leeds', 'L07'))])
    expect(receipt.packages[0]).toMatchObject({
      source: { laptop: 'Leeds 1' },
      workshops: ['Workshop in Leeds'],
      people: 1,
    })
  })

  it('names the workshops of a set-up, which has no people', async () => {
    const setUp = await packageOf(laptopIn('Leeds', 'L07'), { setup: true })
    const receipt = await merge(laptop(), [setUp])
    expect(receipt.packages[0]).toMatchObject({ workshops: ['Workshop in Leeds'], people: 0 })
  })
})
