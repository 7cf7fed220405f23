import { beforeEach, describe, expect, it } from 'vitest'
import {
  createMappingMemory,
  type MappingMemory,
} from '../../../../renderer/pages/frameworks/load/mapping-memory.ts'

/** A page's storage, over a map. */
function storageOver(kept: Map<string, string>): Storage {
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: key => kept.get(key) ?? null,
    key: index => [...kept.keys()][index] ?? null,
    removeItem: key => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

const columns = (...headings: readonly string[]) =>
  headings.map((heading, index) => ({ column: 'ABCDEFG'.charAt(index), heading }))

describe('the memory of columns', () => {
  let kept: Map<string, string>
  let memory: MappingMemory

  beforeEach(() => {
    kept = new Map()
    memory = createMappingMemory(storageOver(kept))
  })

  it('recalls what was chosen for the same headings, wherever the table begins', () => {
    memory.remember(columns('Ref', 'Name', 'Area'), { title: ['B'], section: [] })
    const further = columns('', 'Ref', ' NAME ', 'area')
    expect(memory.recall(further)).toEqual({ title: ['C'], section: [] })
  })

  it('recalls nothing for other headings, or the same in another order', () => {
    memory.remember(columns('Ref', 'Name'), { title: ['B'] })
    expect(memory.recall(columns('Name', 'Ref'))).toBeNull()
    expect(memory.recall(columns('Ref', 'Name', 'Area'))).toBeNull()
  })

  it('keeps the order of columns that a field joins', () => {
    memory.remember(columns('Sub theme', 'Theme'), { section: ['B', 'A'] })
    expect(memory.recall(columns('Sub theme', 'Theme'))).toEqual({ section: ['B', 'A'] })
  })

  it('keeps headings and fields, and nothing of a column without a heading', () => {
    memory.remember(columns('Ref', ''), { code: ['A'], title: ['B'] })
    expect([...kept.values()].map(text => JSON.parse(text))).toEqual([
      [{ headings: ['ref'], fields: { code: [0] } }],
    ])
  })

  it('forgets what it is told to, and nothing else', () => {
    memory.remember(columns('Ref'), { code: ['A'] })
    memory.remember(columns('Name'), { title: ['A'] })
    memory.forget(columns('Ref'))
    expect(memory.recall(columns('Ref'))).toBeNull()
    expect(memory.recall(columns('Name'))).toEqual({ title: ['A'] })
  })

  it('begins anew where what is kept cannot be read', () => {
    kept.set('framework-workbook-columns', '{"by":"another program"}')
    expect(memory.recall(columns('Ref'))).toBeNull()
    memory.remember(columns('Ref'), { code: ['A'] })
    expect(memory.recall(columns('Ref'))).toEqual({ code: ['A'] })
  })
})
