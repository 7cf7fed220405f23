import { writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { answerOf, compareVersions, findAdvisories } from '../../build/advisories.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** An archive of advisories about one package, each with what it says of the package. */
async function archiveOf(...about: readonly object[]): Promise<Buffer> {
  const zip = new ZipFile()
  about.forEach((affected, index) => {
    const { withdrawn, ...rest } = affected as { readonly withdrawn?: string }
    const named = { package: { ecosystem: 'npm', name: 'thing' }, ...rest }
    const advisory = { id: `GHSA-${index + 1}`, summary: 'Bad.', withdrawn, affected: [named] }
    zip.addBuffer(Buffer.from(JSON.stringify(advisory)), `GHSA-${index + 1}.json`)
  })
  zip.end()
  return buffer(zip.outputStream)
}

const thing = (version: string) =>
  [{ name: 'thing', version, licence: 'MIT', path: '', sha512: null }] as const

const range = (...events: readonly object[]) => ({ ranges: [{ type: 'SEMVER', events }] })

async function idsOf(version: string, ...about: readonly object[]): Promise<readonly string[]> {
  const { read, findings } = await findAdvisories(await archiveOf(...about), thing(version))
  expect(read).toBe(about.length)
  return findings.map(({ id }) => id)
}

describe('the advisories about what the program runs with', () => {
  it('are those whose versions or ranges hold the version that is installed', async () => {
    const about = [
      range({ introduced: '0' }, { fixed: '1.2.3' }),
      range({ introduced: '1.0.0' }, { last_affected: '1.2.3' }),
      range({ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }),
      { versions: ['1.2.3'] },
    ]
    expect(await idsOf('1.2.3', ...about)).toEqual(['GHSA-2', 'GHSA-4'])
    expect(await idsOf('1.2.2', ...about)).toEqual(['GHSA-1', 'GHSA-2'])
    expect(await idsOf('2.0.5', ...about)).toEqual(['GHSA-3'])
  })

  it('are none that was withdrawn, or is about a package of another name or registry', async () => {
    const all = range({ introduced: '0' })
    const about = [
      { ...all, withdrawn: '2026-01-01T00:00:00Z' },
      { ...all, package: { ecosystem: 'npm', name: 'other' } },
      { ...all, package: { ecosystem: 'PyPI', name: 'thing' } },
    ]
    expect(await idsOf('1.2.3', ...about)).toEqual([])
  })

  it('follow the order of versions, those before a release among them', () => {
    const ordered = ['0.9.9', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-beta.2', '1.0.0-beta.11']
    const all = [...ordered, '1.0.0-rc', '1.0.0', '1.0.10']
    expect(all.toReversed().sort(compareVersions)).toEqual(all)
    expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0)
  })

  it('are not said to be none where the download did not come, or brought none', async () => {
    using folder = tempFolder()
    const answered = async (name: string, bytes: Buffer | null) => {
      const path = folder.file(name)
      if (bytes) writeFileSync(path, bytes)
      return await answerOf(path, thing('1.2.3'))
    }
    const whole = await archiveOf(range({ introduced: '0' }))
    const cases: readonly [string, Buffer | null][] = [
      ['missing.zip', null],
      ['refused.zip', Buffer.from('<html>502 Bad Gateway</html>')],
      ['cut-short.zip', whole.subarray(0, whole.length / 2)],
      ['empty.zip', await archiveOf()],
    ]
    for (const [name, bytes] of cases) {
      const { lines, code } = await answered(name, bytes)
      expect(code, name).toBe(2)
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/Nothing was compared, so nothing is known of advisories\.$/)
    }
    const none = await archiveOf(range({ introduced: '2.0.0' }))
    expect(await answered('none.zip', none)).toEqual({
      lines: ['1 advisories read, 0 about what the program runs with.'],
      code: 0,
    })
    expect(await answered('one.zip', whole)).toEqual({
      lines: ['thing 1.2.3: GHSA-1 Bad.', '1 advisories read, 1 about what the program runs with.'],
      code: 1,
    })
  })
})
