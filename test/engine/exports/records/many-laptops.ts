import { mkdirSync } from 'node:fs'
import { listConflicts } from '../../../../engine/conflicts/list.ts'
import { resolveConflict } from '../../../../engine/conflicts/resolve.ts'
import { writeRecordsFolder } from '../../../../engine/exports/records/write-records.ts'
import { chooseVersion } from '../../../../engine/frameworks/versions/choose-version.ts'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants } from '../../../../engine/people/people.ts'
import { markTest } from '../../../../engine/people/test-participants.ts'
import { recordRatings } from '../../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../../engine/ratings/synthetic/random.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import { closeRound } from '../../../../engine/rounds/close-round.ts'
import { markPerson } from '../../../../engine/rounds/mark-person.ts'
import { openRound } from '../../../../engine/rounds/open-round.ts'
import { getAllFrameworkHashes } from '../../../../engine/store/records/frameworks.ts'
import { withdrawParticipant } from '../../../../engine/withdrawal/withdraw.ts'
import { addParticipant } from '../../../../engine/workshops/participants.ts'
import { setProtocol } from '../../../../engine/workshops/protocol.ts'
import { addWorkshop } from '../../../../engine/workshops/workshops.ts'
import { NO_PROTOCOL } from '../../../../shared/model/protocol.ts'
import type { ResultsScope } from '../../../../shared/model/results.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import { changeFramework, indicatorText, rating } from '../../../helpers/sample-workbook.ts'
import { type Laptop, mergeParts, openLaptop, partsOf } from '../../packages/merge/history-world.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted', 'Care leavers']

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

interface Column<Value> {
  readonly id: Value
}

const idsOf = ({ workbook }: Laptop, sql: string): readonly string[] =>
  workbook.store
    .prepare<Record<string, never>, Column<string>>(sql)
    .all({})
    .map(({ id }) => id)

/** The participants that a laptop knows. */
export const peopleOn = (laptop: Laptop) =>
  idsOf(laptop, 'SELECT participant AS id FROM participant ORDER BY 1')
const workshopsOn = (laptop: Laptop) =>
  idsOf(laptop, 'SELECT DISTINCT workshop AS id FROM workshop ORDER BY 1')

/**
 * The laptops of one study, on which everything happens that changes a number: people rate in rounds, change their
 * minds, are tests, are one and the same, contradict themselves, are excused and withdraw; rounds are opened and closed;
 * the framework is changed, apart and together; and packages go to and fro.
 */
export async function manyLaptops(count: number, seed: number): Promise<readonly Laptop[]> {
  const random = seededRandom(seed)
  const first = openLaptop('framework')
  for (const _ of [0, 1, 2]) addPeople(first, random, 3)
  const laptops = [first]
  for (let number = 1; number < count; number++) {
    const laptop = openLaptop('nothing')
    await mergeParts(laptop, [partsOf(oneOf(random, laptops))])
    laptop.setClock((random() - 0.5) * 1e10, false)
    laptops.push(laptop)
    for (let step = 0; step < 5; step++) happen(laptop, random)
    if (random() < 0.3) await mergeParts(laptop, [partsOf(oneOf(random, laptops))])
    for (let step = 0; step < 3; step++) decide(laptop, random)
  }
  return laptops
}

function addPeople({ workbook }: Laptop, random: Random, count: number): void {
  const details = { title: 'W', date: '2026-03-09', venue: '', groups: GROUPS }
  const workshop = addWorkshop(workbook, details).id
  const ids = currentFramework(workbook.store).indicators.map(({ id }) => id)
  if (random() < 0.4) {
    const groups = { [oneOf(random, GROUPS)]: [oneOf(random, ids)] }
    setProtocol(workbook, { workshop, protocol: { ...NO_PROTOCOL, groups } })
  }
  for (let person = 0; person < count; person++) {
    addParticipant(workbook, { workshop, group: oneOf(random, GROUPS) })
  }
}

/** Something that people say, or that a round is opened for them. */
function happen(laptop: Laptop, random: Random): void {
  const { workbook } = laptop
  const what = random()
  if (what < 0.15) addPeople(laptop, random, 1 + Math.floor(random() * 4))
  else if (what < 0.25) {
    const ids = currentFramework(workbook.store).indicators.map(({ id }) => id)
    openRound(workbook, {
      workshop: oneOf(random, workshopsOn(laptop)),
      indicators: random() < 0.5 ? null : [oneOf(random, ids)],
      unfinished: random() < 0.5 ? 'move on' : 'finish first',
    })
  } else for (let person = 0; person < 3; person++) rateSome(laptop, random)
}

function rateSome(laptop: Laptop, random: Random): void {
  const { workbook } = laptop
  const participant = oneOf(random, peopleOn(laptop))
  const round = random() < 0.7 ? 1 : 2
  for (const { id } of currentFramework(workbook.store).indicators) {
    for (const criterion of CRITERIA) {
      const what = random()
      if (what < 0.2) continue
      const level = { kind: 'level', level: 1 + Math.floor(random() * 5) } as const
      const others = [{ kind: 'dont_know' }, { kind: 'not_applicable' }, { kind: 'none' }] as const
      const answer = what < 0.85 ? level : oneOf(random, others)
      const comment = random() < 0.1 ? `Words ${Math.floor(random() * 1e6)}` : ''
      recordRatings(
        workbook,
        [rating(participant, id, answer, { criterion, round, comment })],
        'file',
      )
    }
  }
}

/** Something that a facilitator or a researcher decides. */
function decide(laptop: Laptop, random: Random): void {
  const { workbook } = laptop
  const people = peopleOn(laptop)
  const [one, other] = [oneOf(random, people), oneOf(random, people)]
  const what = random()
  if (what < 0.1) markTest(workbook, one, random() < 0.7)
  else if (what < 0.2) {
    if (one !== other) linkParticipants(workbook, { participant: one, other })
  } else if (what < 0.35) {
    const { open } = listConflicts(workbook.store)
    if (open.length > 0) resolveConflict(workbook, oneOf(random, oneOf(random, open).sides).id)
  } else if (what < 0.42) withdrawParticipant(workbook, one)
  else if (what < 0.52) markPerson(workbook, { participant: one, round: 1, standing: 'excused' })
  else if (what < 0.62) {
    const workshop = oneOf(random, workshopsOn(laptop))
    closeRound(workbook, { workshop, round: 1, closed: random() < 0.8 })
  } else if (what < 0.7) rewordSomething(laptop, random)
  else if (what < 0.75) {
    const hashes = getAllFrameworkHashes(workbook.store)
    const aside = hashes.filter(() => random() < 0.2)
    workbook.store.transaction(() => chooseVersion(workbook, oneOf(random, hashes), aside))
  }
}

function rewordSomething({ workbook }: Laptop, random: Random): void {
  const { indicators } = currentFramework(workbook.store)
  const kept = indicators.length > 2 && random() < 0.3 ? indicators.slice(1) : indicators
  const added = [indicatorText(`N${Math.floor(random() * 1e6)}`)]
  changeFramework(
    workbook,
    [...kept.map(({ code }) => indicatorText(code, { title: `Words ${random()}` })), ...added],
    [
      ...kept.map(({ code, id }) => ({ code, means: 'same' as const, indicator: id })),
      ...added.map(({ code }) => ({ code, means: 'new' as const })),
    ],
  )
}

/** Writes the records of a laptop into a folder of this name, judged as in this scope. */
export async function writeRecordsOf(
  { workbook }: Laptop,
  at: string,
  scope: Pick<ResultsScope, 'rule' | 'quantile'>,
): Promise<string> {
  const { store, scale } = workbook
  const results = consolidate(workbook, { ...scope, round: 1 })
  mkdirSync(at, { recursive: true })
  await writeRecordsFolder(at, { workbook, store, material: { scale, results } })
  return at
}
