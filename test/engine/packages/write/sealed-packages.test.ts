import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newKeyPair, type Protection } from '../../../../engine/files/encryption.ts'
import { fingerprintOf, installationKey } from '../../../../engine/keys/installation-key.ts'
import { setTeamKey } from '../../../../engine/keys/team-key.ts'
import { getTeamKey } from '../../../../engine/store/records/workbook.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, mergeByProcess, packageOf, rate, ratedBySomeone } from '../laptops.ts'

const COMMENT = 'Words that nobody on the way may read'

/** A laptop whose packages are signed, with one rating. */
function signingLaptop(keyFolder = ownFolder()): Workbook {
  const workbook = laptop({ program: { ...program, keyFolder } })
  const someone = ratedBySomeone(workbook)
  rate(workbook, someone, 3, { comment: COMMENT })
  return workbook
}

const codesOf = ({ packages }: Awaited<ReturnType<typeof merge>>) =>
  packages.flatMap(({ problems }) => problems.map(({ code }) => code))

describe('an encrypted package', () => {
  const passphrase = 'amber kite river stone apple cloud'

  it.each<[string, Protection]>([['a passphrase', { kind: 'passphrase', passphrase }]])(
    'opens with %s and with nothing else, and says which is missing',
    async (_what, protection) => {
      const file = await packageOf(signingLaptop(), { protection })
      expect(readFileSync(file.path).includes('manifest.json')).toBe(false)
      const here = laptop()
      expect(codesOf(await mergeByProcess(here, [file]))).toEqual(['needs-passphrase'])
      const wrong = { secrets: { passphrase: 'not this one at all' } }
      expect(codesOf(await merge(here, [file], wrong))).toEqual(['wrong-passphrase'])
      const receipt = await merge(here, [file], { secrets: { passphrase } })
      expect(receipt.packages[0]).toMatchObject({ accepted: true, rejected: 0 })
    },
  )

  it('goes to the team’s key without anybody asking, where the workbook has one', async () => {
    const team = await newKeyPair()
    const workbook = signingLaptop()
    await setTeamKey(workbook, team.publicKey)
    const file = await packageOf(workbook)
    const here = laptop()
    expect(codesOf(await merge(here, [file]))).toEqual(['needs-key'])
    const other = { secrets: { privateKeys: [(await newKeyPair()).privateKey] } }
    expect(codesOf(await merge(here, [file], other))).toEqual(['not-for-this-key'])
    const receipt = await merge(here, [file], { secrets: { privateKeys: [team.privateKey] } })
    expect(receipt.packages[0]).toMatchObject({ accepted: true })
    expect(getTeamKey(here.store)?.publicKey).toBe(team.publicKey)
  })

  it('carries the team’s key to other laptops in a set-up package that anybody can open', async () => {
    const team = await newKeyPair()
    const workbook = signingLaptop()
    await setTeamKey(workbook, team.publicKey)
    const here = laptop()
    await merge(here, [await packageOf(workbook, { setup: true })])
    expect(getTeamKey(here.store)?.publicKey).toBe(team.publicKey)
    ratedBySomeone(here)
    expect(codesOf(await merge(laptop(), [await packageOf(here)]))).toEqual(['needs-key'])
    await setTeamKey(here, null)
    expect(codesOf(await merge(laptop(), [await packageOf(here)]))).toEqual([])
  })

  it('is refused with the workbook as it was when one byte of it was changed', async () => {
    const team = await newKeyPair()
    const workbook = signingLaptop()
    setTeamKey(workbook, team.publicKey)
    const file = await packageOf(workbook)
    const bytes = readFileSync(file.path)
    const here = laptop()
    for (const place of [400, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      const path = join(ownFolder(), 'changed.workbook')
      writeFileSync(path, changed)
      const receipt = await merge(here, [{ path, name: 'changed.workbook' }], {
        secrets: { privateKeys: [team.privateKey] },
      })
      expect(codesOf(receipt)).toEqual(['damaged'])
      expect(receipt.after).toEqual(receipt.before)
    }
  })
})

describe('a signed package', () => {
  it('shows a key that is new here, once', async () => {
    const keyFolder = ownFolder()
    const workbook = signingLaptop(keyFolder)
    const file = await packageOf(workbook)
    const here = laptop()
    const first = await merge(here, [file])
    expect(codesOf(first)).toEqual(['new-key'])
    const fingerprint = fingerprintOf(installationKey(keyFolder).publicKey)
    expect(first.packages[0]?.problems[0]?.message).toContain(fingerprint)
    expect(codesOf(await merge(here, [file]))).toEqual([])
  })

  it('warns of another key for a laptop that is known', async () => {
    const workbook = signingLaptop()
    const here = laptop()
    await merge(here, [await packageOf(workbook)])
    const again = { ...workbook, keyFolder: ownFolder() }
    expect(codesOf(await merge(here, [await packageOf(again)]))).toEqual(['changed-key'])
  })

  it('has the same bytes each time it is written', async () => {
    const workbook = signingLaptop()
    const [one, other] = [await packageOf(workbook), await packageOf(workbook)]
    expect(readFileSync(one.path).equals(readFileSync(other.path))).toBe(true)
  })
})
