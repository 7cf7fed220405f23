import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { materials, writeMaterials } from '../../build/bill-of-materials.ts'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** Licences under which a program may be given on together with ours. */
const FREE = /^(MIT|ISC|0BSD|Unlicense|BSD-3-Clause|Apache-2\.0|OFL-1\.1|MPL-2\.0)$/
/** Packages under a choice or a sum of licences, which was read. */
const READ = ['(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', '(MIT OR CC0-1.0)']

describe('the packages that the program runs with', () => {
  it('are at most 160, of which at most 30 are its own choice', () => {
    const { dependencies } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(30)
    expect(materials().length).toBeLessThanOrEqual(160)
  })

  it('are each pinned by a digest and under a licence that lets them be given on', () => {
    for (const { name, licence, sha512 } of materials()) {
      expect(FREE.test(licence) || READ.includes(licence), `${name}: ${licence}`).toBe(true)
      expect(sha512, name).toMatch(/^[0-9a-f]{128}$/)
    }
  })

  it('are listed in a bill of materials and with their licences, the same each time', () => {
    using folder = tempFolder()
    for (const one of ['one', 'other']) writeMaterials(folder.file(one))
    const read = (name: string) => readFileSync(folder.file(name), 'utf8')
    const bill = read('one/bill-of-materials.cdx.json')
    expect(read('other/bill-of-materials.cdx.json')).toBe(bill)
    const { bomFormat, specVersion, components } = JSON.parse(bill)
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.5'])
    const purls = components.map(({ purl }: { readonly purl: string }) => purl)
    expect(new Set(purls).size).toBe(purls.length)
    const list = read('one/licences.txt')
    for (const { name, version } of materials()) {
      expect(purls).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
      expect(list).toContain(`${name} ${version} (`)
    }
    expect(list).toContain('Permission is hereby granted')
  })
})
