/**
 * Wrote `test/fixtures/version-before`, once, with the version before the sources were rearranged. It is
 * kept to tell how the files came about, and is not to be run again: files that a later version writes
 * would prove nothing about those of the version before.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runCli } from '../cli/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { type Laptop, laptop, say, takeAway } from './fixture-laptop.ts'
import {
  answerApart,
  at,
  comeTogether,
  discuss,
  linkAndWithdraw,
  makeRules,
  onAnotherLaptop,
  rateAgain,
  roomOf,
} from './fixture-study.ts'
import {
  fromBefore,
  PACKAGES,
  PACKED_WORKBOOK,
  PASSPHRASE_FILE,
  SIGNING_KEY,
  TEAM_KEY,
} from './places.ts'

if (existsSync(fromBefore(PACKED_WORKBOOK))) {
  throw new Error('The version before wrote its files already; a later version must not.')
}
using folder = tempFolder()
await writeFixtures(folder.path)

async function writeFixtures(path: string): Promise<void> {
  const libraries = ['first', 'second', 'third'].map(name => join(path, name))
  for (const library of libraries) mkdirSync(library)
  const [first = '', second = '', third = ''] = libraries
  const book = join(first, 'example.sqlite')
  await byCommands(book)

  const here = await laptop(first)
  const room = await roomOf(here)
  await makeRules(here)
  await discuss(here, room)
  await rateAgain(here, room)
  await linkAndWithdraw(here, room)
  const everything = await takeAway(here, path, 'everything.workbook')
  const setUp = await takeAway(here, path, PACKAGES.setUp, { setup: true })

  const there = await laptop(second, everything)
  await onAnotherLaptop(there, room)
  const north = await takeAway(there, path, PACKAGES.north)
  await answerApart(here, room)
  await comeTogether(here, north)
  await more(there)
  await takeAway(there, path, PACKAGES.later)
  there.close()

  await onThirdLaptop(await laptop(third, setUp), path)
  await otherStudy(path)
  here.close()
  for (const name of Object.values(PACKAGES)) copyFileSync(join(path, name), fromBefore(name))
  copyFileSync(join(first, SIGNING_KEY), fromBefore(SIGNING_KEY))
  writeFileSync(fromBefore(PACKED_WORKBOOK), gzipSync(readFileSync(book), { level: 9 }))
}

async function command(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, '.')
  if (code !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** Does what only commands do: example ratings, ratings from paper, and a second version of the framework. */
async function byCommands(book: string): Promise<void> {
  const size = ['--workshops', '2', '--participants', '3', '--seed', '7']
  await command('example', book, ...size)
  const about = ['--title', 'On paper', '--date', '2026-03-20', '--groups', 'ADCS;Ofsted']
  const workshop = await command('workshop', book, ...about)
  await command('rate', book, fromBefore('keyed-in.csv'), '--workshop', workshop)
  const second = join(book, '..', 'second-draft.csv')
  const draft = readFileSync(fromBefore('draft.csv'), 'utf8')
  const reworded = draft.replaceAll('Rate of referrals to', 'Yearly rate of referrals to')
  writeFileSync(second, reworded.replace(/^CTX-11,/m, 'CTX-99,'))
  await command('load', book, second, '--confirm')
}

/** Does what the second laptop did after its first package: more answers, other words, a withdrawal. */
async function more(there: Laptop): Promise<void> {
  const { client, workbook } = there
  const { people, indicators } = await roomOf(there)
  const paper = at(people[2], 0)
  for (const [place, level] of [3, 3, 5].entries()) {
    const indicator = at(indicators, place)
    await say(there, { participant: paper, indicator, level, criterion: 'usability' })
  }
  await say(there, { participant: at(people[1], 0), indicator: at(indicators, 4), level: 2 })
  const framework = await client.framework.get({ workbook })
  const { id: indicator, ...text } = at(framework.indicators, 20)
  const edit = { kind: 'reword' as const, indicator, text: { ...text, title: `${text.title} now` } }
  await client.version.edit({ workbook, edit, against: framework.hash })
  const participant = at(people[2], 1)
  const found = await client.person.withdrawalPreview({ workbook, participant })
  await client.person.withdraw({ workbook, participant, typed: at(found.participants, 0).code })
}

/** A laptop that was only set up, whose packages are encrypted. */
async function onThirdLaptop(there: Laptop, path: string): Promise<void> {
  const { client, workbook, permit } = there
  const details = { title: 'The south', date: '2026-04-02', venue: 'Hall', groups: ['Ofsted'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const { id: participant } = await client.participant.add({ workbook, workshop, group: 'Ofsted' })
  const { indicators } = await roomOf(there)
  for (const indicator of indicators.slice(0, 6)) {
    await say(there, { participant, indicator, level: 4, comment: 'From the south' })
  }
  const passphrase = readFileSync(fromBefore(PASSPHRASE_FILE), 'utf8').trim()
  await takeAway(there, path, PACKAGES.forPhrase, { passphrase })
  const { publicKey } = await client.keys.makeTeam({ to: permit(fromBefore(TEAM_KEY)) })
  await client.keys.setTeam({ workbook, publicKey })
  await takeAway(there, path, PACKAGES.forTeam)
  there.close()
}

async function otherStudy(path: string): Promise<void> {
  const book = join(path, 'other.sqlite')
  await command('create', book, '--framework', fromBefore('small.csv'), '--title', 'Another study')
  await command('export', book, join(path, PACKAGES.otherStudy))
}
