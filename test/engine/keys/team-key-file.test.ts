import { statSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { systemClock } from '../../../engine/clock.ts'
import { isPublicKey } from '../../../engine/files/age.ts'
import { makeTeamKeyFile, readTeamKeyFile } from '../../../engine/keys/team-key-file.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

it('keeps the private key in a file for its owner alone, and gives the public one', async () => {
  using folder = tempFolder()
  const file = { path: folder.file('team.key'), name: 'team.key' }
  const publicKey = await makeTeamKeyFile(file, systemClock)
  expect(isPublicKey(publicKey)).toBe(true)
  expect(readTeamKeyFile(file)).toHaveLength(1)
  if (process.platform !== 'win32') expect(statSync(file.path).mode & 0o777).toBe(0o600)
})

it('never writes over a key, because what was encrypted to it would be lost', async () => {
  using folder = tempFolder()
  const file = { path: folder.file('team.key'), name: 'team.key' }
  await makeTeamKeyFile(file, systemClock)
  const before = readTeamKeyFile(file)
  await expect(makeTeamKeyFile(file, systemClock)).rejects.toMatchObject({
    code: 'WORKBOOK_EXISTS',
  })
  expect(readTeamKeyFile(file)).toEqual(before)
})

it('says what is wrong with a file that holds no key', () => {
  using folder = tempFolder()
  writeFileSync(folder.file('notes.txt'), 'nothing but notes')
  const read = (name: string) => () => readTeamKeyFile({ path: folder.file(name), name })
  expect(read('notes.txt')).toThrow(/notes\.txt holds no private key/)
  expect(read('none.key')).toThrow(/There is no file none\.key/)
})
