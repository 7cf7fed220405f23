import { expect, it } from 'vitest'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageMessage,
} from '../../../../engine/packages/read/messages.ts'
import { parsePackage } from '../../../../engine/packages/read/parse-package.ts'
import { filesOf, samplePackage } from '../changed-packages.ts'

/** All that is told of a file, read in one go up to this size. */
async function toldOf(path: string, atOnceBytes: number): Promise<readonly PackageMessage[]> {
  const told: PackageMessage[] = []
  const limits = { ...DEFAULT_PACKAGE_LIMITS, atOnceBytes }
  await parsePackage({ path, file: 0 }, limits, async message => void told.push(message))
  return told
}

it('tells the same of a package that is read in one go and of one that is read step by step', async () => {
  const whole = await samplePackage()
  const flipped = Array.from({ length: 12 }, (_, part) => {
    const copy = Buffer.from(whole)
    const at = Math.floor((whole.length * part) / 12)
    copy.writeUInt8(copy.readUInt8(at) ^ 4, at)
    return copy
  })
  const cut = [0, 1, 21, 100, 1_000, whole.length - 71, whole.length - 1].map(length =>
    whole.subarray(0, length),
  )
  const unlike = [Buffer.alloc(500, 'no package '), Buffer.concat([whole, Buffer.alloc(1)])]
  const kinds = new Set<string>()
  for (const { path } of filesOf([whole, ...flipped, ...cut, ...unlike])) {
    const told = await toldOf(path, DEFAULT_PACKAGE_LIMITS.atOnceBytes)
    expect(await toldOf(path, -1)).toEqual(told)
    kinds.add(told.at(-1)?.kind ?? '')
  }
  expect([...kinds]).toEqual(['whole', 'refused'])
})
