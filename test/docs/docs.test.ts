import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'

const readme = readFileSync(projectPath('README.md'), 'utf8')
const manifest: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(projectPath('package.json'), 'utf8'),
)

/** The script that a command line of npm runs, as in `npm run -s bench` or `npm start`. */
const scriptsIn = (text: string): readonly string[] =>
  [...text.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)]
    .map(([, script]) => script ?? '')
    .filter(script => script !== 'ci')

describe('the readme', () => {
  it('names no script that is not there', () => {
    const unknown = scriptsIn(readme).filter(script => !(script in manifest.scripts))
    expect(unknown).toEqual([])
  })

  it('says what each script for people does', () => {
    const table = scriptsIn(readme.slice(readme.indexOf('| command | does |')))
    const forTools = ['format', 'test:unit', 'test:e2e']
    const told = Object.keys(manifest.scripts).filter(script => !forTools.includes(script))
    expect([...table].sort()).toEqual(told.sort())
  })
})

describe('the pages under docs', () => {
  const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: projectPath('') })]

  it.each(pages)('link from %s only to files that are there', page => {
    const links = [...readFileSync(projectPath(page), 'utf8').matchAll(/\]\(([^)#:]+)[^)]*\)/g)]
    const missing = links
      .filter(([, link]) => link !== 'https')
      .map(([, link]) => join(dirname(page), link ?? ''))
      .filter(file => !existsSync(projectPath(file)))
    expect(missing).toEqual([])
  })

  it.each(pages)('name in %s only files of the tree that are there', page => {
    const named = [
      ...readFileSync(projectPath(page), 'utf8').matchAll(
        /`((?:shared|engine|server|cli|electron|renderer|build|test)\/[\w./-]+)`/g,
      ),
    ]
    const missing = named.filter(([, path]) => !existsSync(projectPath(path ?? '')))
    expect(missing.map(([, path]) => path)).toEqual([])
  })

  it('list every decision', () => {
    const index = readFileSync(projectPath('docs/decisions/README.md'), 'utf8')
    const records = globSync('0*.md', { cwd: projectPath('docs/decisions') })
    expect(records.length).toBeGreaterThan(0)
    expect(records.filter(record => !index.includes(`(${record})`))).toEqual([])
  })
})
