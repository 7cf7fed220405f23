import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from './project.ts'

/** A package that the program runs with. */
export interface Material {
  readonly name: string
  readonly version: string
  /** Its licence as an SPDX expression. */
  readonly licence: string
  /** The place where it lies, from the project's folder. */
  readonly path: string
  /** The SHA-512 of the file that the registry gives, in hexadecimal figures; none where the list of packages has none. */
  readonly sha512: string | null
}

interface LockedPackage {
  readonly version?: string
  readonly name?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  /** True for a package that is for some systems only. */
  readonly optional?: boolean
}

/**
 * The packages that the program runs with on this system, by name and version; those for development alone are not
 * among them.
 */
export function materials(): readonly Material[] {
  const { packages } = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .filter(([path, { optional }]) => !optional || existsSync(projectPath(path)))
    .map(([path, { name, version = '', license = '', integrity }]) => ({
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      path,
      sha512: sha512Of(integrity),
    }))
    .toSorted((one, other) => compare(one.name, other.name) || compare(one.path, other.path))
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function sha512Of(integrity: string | undefined): string | null {
  const base64 = /sha512-(\S+)/.exec(integrity ?? '')?.[1]
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex')
}

/**
 * The bill of materials in the form of CycloneDX 1.5. It has no date and no serial number, so that the same packages are
 * the same bytes.
 */
export function billOfMaterials(all: readonly Material[]): string {
  const { name, version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
  }
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components: distinct(all).map(component),
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

/** Packages once each, also where several copies of one are installed. */
const distinct = (all: readonly Material[]): readonly Material[] => [
  ...new Map(all.map(each => [addressOf(each), each])).values(),
]

/** The address of a package that every list of advisories knows (a purl). */
const addressOf = ({ name, version }: Material): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

const component = (material: Material) => ({
  type: 'library',
  'bom-ref': addressOf(material),
  name: material.name,
  version: material.version,
  purl: addressOf(material),
  licenses: [
    /[ ()]/.test(material.licence)
      ? { expression: material.licence }
      : { license: { id: material.licence } },
  ],
  ...(material.sha512 ? { hashes: [{ alg: 'SHA-512', content: material.sha512 }] } : {}),
})

const RULE = '-'.repeat(72)

/** The licences of all packages, with their words where the package brings them. */
export const licences = (all: readonly Material[]): string =>
  distinct(all)
    .map(material => {
      const { name, version, licence } = material
      return `${RULE}\n${name} ${version} (${licence})\n${RULE}\n\n${wordsOf(material)}\n`
    })
    .join('\n')

function wordsOf({ path, licence }: Material): string {
  const folder = projectPath(path)
  const files = existsSync(folder)
    ? readdirSync(folder).filter(name => /^(licen[cs]e|copying|notice)/i.test(name))
    : []
  if (files.length === 0) return `The package brings no text; its licence is ${licence}.`
  return files
    .toSorted()
    .map(name => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}

/** Writes both into a folder: `bill-of-materials.cdx.json` and `licences.txt`. */
export function writeMaterials(folder: string): void {
  const all = materials()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'bill-of-materials.cdx.json'), billOfMaterials(all))
  writeFileSync(join(folder, 'licences.txt'), licences(all))
}

// `node build/bill-of-materials.ts FOLDER`
if (import.meta.main) writeMaterials(process.argv[2] ?? '.')
