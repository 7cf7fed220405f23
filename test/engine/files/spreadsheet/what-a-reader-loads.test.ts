import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

const parser = new URL('../../../../engine/files/spreadsheet/parse-spreadsheet.ts', import.meta.url)

/** Loads a file in a process of its own, and prints every address that was loaded for it. */
const LOADS = `
  import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({
    resolve: (name, context, next) => {
      const found = next(name, context)
      loaded.push(found.url)
      return found
    },
  })
  await import(process.argv[1])
  process.stdout.write(JSON.stringify(loaded))
`

it('a reader of spreadsheets loads what parses them, and nothing that checks a contract', () => {
  const args = ['--input-type=module', '--eval', LOADS, parser.href]
  const loaded: readonly string[] = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8' }),
  )
  const libraries = loaded.flatMap(address => /node_modules\/([^/]+)/.exec(address)?.[1] ?? [])
  expect([...new Set(libraries)].toSorted()).toEqual(['csv-parse', 'pend', 'xlsx', 'yauzl'])
  expect(loaded.filter(address => address.includes('/shared/messages/'))).toEqual([])
})
