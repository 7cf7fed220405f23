import { useState } from 'react'
import { allKeys, keysTo, type SectionNode } from './tree.ts'

/** Which sections of the tree are open, by their keys, and how to open and close them. */
export interface OpenSections {
  readonly open: ReadonlySet<string>
  readonly onOpenChange: (key: string, isOpen: boolean) => void
  readonly isWhole: boolean
  readonly toggleAll: () => void
}

/**
 * At first the first section is open; the sections around the indicator that is shown open whenever
 * another one is. `isAll` opens everything for the time being, and forgets nothing.
 */
export function useOpenSections(
  sections: readonly SectionNode[],
  code: string | null,
  isAll: boolean,
): OpenSections {
  const keys = allKeys(sections)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(keys.slice(0, 1)))
  const [shownCode, setShownCode] = useState<string | null>(null)
  if (code !== null && code !== shownCode) {
    setShownCode(code)
    setOpened(new Set([...opened, ...keysTo(sections, code)]))
  }
  const open = isAll ? new Set(keys) : opened
  const isWhole = keys.every(key => open.has(key))
  return {
    open,
    isWhole,
    onOpenChange: (key, isOpen) =>
      setOpened(isOpen ? new Set([...opened, key]) : new Set([...opened].filter(k => k !== key))),
    toggleAll: () => setOpened(new Set(isWhole ? [] : keys)),
  }
}
