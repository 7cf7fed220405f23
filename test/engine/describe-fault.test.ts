import { expect, it } from 'vitest'
import { describeFault } from '../../engine/describe-fault.ts'

const SECRET = 'my social worker never listened'

it('names the kind, the code and the place of a fault', () => {
  const fault = Object.assign(new TypeError('x'), { code: 'SQLITE_FULL' })
  const said = describeFault(fault)
  expect(said.split('\n')[0]).toBe('TypeError SQLITE_FULL')
  expect(said).toMatch(/^ {2}at .*describe-fault\.test\.ts:\d+:\d+$/m)
})

it.each([
  ['words', new Error(SECRET)],
  ['lines of words', new Error(`Unexpected\n    at ${SECRET}\n    at x (${SECRET}:1:1)`)],
  ['a name', Object.assign(new Error('x'), { name: SECRET })],
  ['a code', Object.assign(new Error('x'), { code: `${SECRET}/` })],
  ['a cause', new Error('x', { cause: new Error(SECRET) })],
  ['no error at all', SECRET],
])('tells nothing that somebody said, in %s', (_what, fault) => {
  expect(describeFault(fault)).not.toMatch(/social|listened/)
})

it('tells no folder of anybody', () => {
  const fault = new Error('x')
  fault.stack = `Error: x
    at open (/home/alex smith/apps/engine/open.ts:5:1)
    at async Object.run (file:///C:/Users/Alex%20Smith/app.asar/main.cjs:12:34)
    at C:\\Users\\Alex Smith\\main.cjs:1:2`
  expect(describeFault(fault)).toBe(
    'Error\n  at open open.ts:5:1\n  at Object.run main.cjs:12:34\n  at main.cjs:1:2',
  )
})
