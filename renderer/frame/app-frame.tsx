import { type ReactNode, useCallback, useState } from 'react'
import styles from './app-frame.module.css'
import { Band } from './band.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { LineNotice } from './line-notice.tsx'
import { useCommandContext, useCommands } from './use-commands.ts'

const MAIN = 'main'

/** Takes the focus to the page itself; a plain link to `#main` would be taken for a route. */
function skipToMain() {
  document.getElementById(MAIN)?.focus()
}

interface PageMainProps {
  readonly band?: ReactNode
  readonly children: ReactNode
}

/** The skip link, the band where there is one, and the page's own part of the window. */
function PageMain({ band, children }: PageMainProps) {
  return (
    <>
      {band && (
        <button type="button" className={styles.skip} onClick={skipToMain}>
          Skip to the page
        </button>
      )}
      {band}
      <main id={MAIN} tabIndex={-1} className={styles.main}>
        <LineNotice />
        {children}
      </main>
    </>
  )
}

interface AppFrameProps {
  /** The open workbook, for the commands that need one. */
  readonly workbook?: string
  readonly place?: ReactNode
  readonly tabs?: ReactNode
  readonly children: ReactNode
}

/** What is around every ordinary page. */
export function AppFrame({ workbook, place, tabs, children }: AppFrameProps) {
  const [isHelping, setIsHelping] = useState(false)
  const help = useCallback(() => setIsHelping(true), [])
  useCommands(workbook ?? null, help)
  return (
    <>
      <PageMain band={<Band onHelp={help} place={place} tabs={tabs} />}>{children}</PageMain>
      <HelpSheet isOpen={isHelping} onClose={() => setIsHelping(false)} />
    </>
  )
}

interface StageFrameProps {
  readonly workbook: string
  readonly children: ReactNode
}

/** What is around a page for a whole room to look at: the commands, and otherwise the page alone. */
export function StageFrame({ workbook, children }: StageFrameProps) {
  const [isHelping, setIsHelping] = useState(false)
  const help = useCallback(() => setIsHelping(true), [])
  useCommands(workbook, help)
  return (
    <>
      <PageMain>{children}</PageMain>
      <HelpSheet isOpen={isHelping} onClose={() => setIsHelping(false)} />
    </>
  )
}

/**
 * What is around a page in a participant's hands: no band, no tabs and no commands, so that nobody
 * strays into other people's ratings.
 */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  useCommandContext('participant')
  return <PageMain>{children}</PageMain>
}
