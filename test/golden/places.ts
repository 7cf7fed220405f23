import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'

/** The folder of what the version before wrote; nothing in it is ever written again. */
export const VERSION_BEFORE = projectPath('test/fixtures/version-before')

/** The path of something that the version before wrote. */
export const fromBefore = (name: string): string => join(VERSION_BEFORE, name)

/** The workbook, packed as it lies in the repository. */
export const PACKED_WORKBOOK = 'example.sqlite.gz'

/** The packages of other laptops: two that anybody reads, one for the team's key, one for a passphrase. */
export const PACKAGES = {
  north: 'north.workbook',
  later: 'later.workbook',
  forTeam: 'for-team.workbook',
  forPhrase: 'for-passphrase.workbook',
  setUp: 'set-up.workbook',
  otherStudy: 'other-study.workbook',
} as const

/** The public half of `team.key`, which was made up for these tests like the phrase in `passphrase.txt`. */
export const TEAM_KEY = 'team.key'
export const PASSPHRASE_FILE = 'passphrase.txt'

/** The key with which a laptop signs its packages, by the name that the program looks for. */
export const SIGNING_KEY = 'installation-key.pem'
