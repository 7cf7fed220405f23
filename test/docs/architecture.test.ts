import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import { groupBy } from '../../engine/group-by.ts'

const page = readFileSync(projectPath('docs/architecture.md'), 'utf8')

/** The folders that the table names. */
const told = [...page.matchAll(/^\| (`[^|]+\/`) \|/gm)].flatMap(([, cell]) =>
  [...(cell ?? '').matchAll(/`([^`]+)\/`/g)].map(([, folder]) => folder ?? ''),
)

const filesOf = (layers: string) =>
  globSync(`${layers}/**/*.{ts,tsx,css}`, { cwd: projectPath('') }).map(file =>
    file.replaceAll(sep, '/'),
  )

const sources = filesOf('{shared,engine,server,cli,electron,renderer,build}')
const tests = filesOf('test')

const byFolder = (files: readonly string[]) => groupBy(files, dirname)

describe('docs/architecture.md', () => {
  it('names every folder of code, each once, and none that is not there', () => {
    const styles = ['renderer/styles']
    expect(told.toSorted()).toEqual(
      [...byFolder(sources).keys()].filter(one => !styles.includes(one)).toSorted(),
    )
  })

  it('walks through files that are there', () => {
    const walks = page.slice(
      page.indexOf('## Four journeys'),
      page.indexOf('## Where a process ends'),
    )
    const paths = [...walks.matchAll(/`((?:shared|engine|server|electron|renderer)\/[^`]+)`/g)]
    const missing = paths.filter(([, path]) => !existsSync(projectPath(path ?? '')))
    expect(missing.map(([, path]) => path)).toEqual([])
    const names = [...walks.matchAll(/`((?!engine\/)(?:[a-z]+\/)?[a-z-]+\.tsx?)`/g)].map(
      ([, name]) => name ?? '',
    )
    expect(names.filter(name => !sources.some(file => `/${file}`.endsWith(`/${name}`)))).toEqual([])
  })
})

describe('the tree of the code', () => {
  it('has no folder with more than 30 files directly in it, of tests neither', () => {
    const folders = [...byFolder([...sources, ...tests])]
    const crowded = folders.filter(([, files]) => files.length > 30).map(([folder]) => folder)
    expect(crowded).toEqual([])
  })

  it('has no file over 400 lines, and a median of 80 to 130', () => {
    const code = sources.filter(file => !file.endsWith('.css'))
    const lengths = code
      .map(file => readFileSync(projectPath(file), 'utf8').split('\n').length - 1)
      .toSorted((one, other) => one - other)
    expect(lengths.at(-1)).toBeLessThanOrEqual(400)
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0
    expect(median).toBeGreaterThanOrEqual(80)
    expect(median).toBeLessThanOrEqual(130)
  })
})
