import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Topic } from '../../shared/messages/help/guides.ts'
import { LINE_NOTICES } from '../../shared/messages/line.ts'
import { latePart } from '../data/late-part.ts'
import { useLine } from '../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../data/workbook-context.tsx'
import { classNames } from '../ui/class-names.ts'
import { Notice } from '../ui/feedback/notice.tsx'
import { useLasting } from '../ui/feedback/use-lasting.ts'
import { ArrowLeftIcon } from '../ui/icons.tsx'
import { LinkButton } from '../ui/input/button.tsx'
import { Nav } from '../ui/layout/nav.tsx'
import { HasMovedContext, PageHeading } from '../ui/layout/page-heading.tsx'
import { Band } from './band.tsx'
import styles from './frame.module.css'
import { HelpSheet } from './help-sheet.tsx'
import { topicFor } from './help-topics.ts'
import { routes } from './routes.ts'
import { useCommandContext, useCommands } from './use-commands.ts'

const MAIN = 'main'

/** Moves the focus to the page itself; a plain link to `#main` would be taken for a route. */
function skipToMain() {
  document.getElementById(MAIN)?.focus()
}

interface PageMainProps {
  readonly band?: ReactNode
  /** Uses the whole window, for a page that is looked at from afar. */
  readonly isStage?: boolean
  readonly children: ReactNode
}

/** The skip link, the band where there is one, and the page's own part of the window. */
function PageMain({ band, isStage = false, children }: PageMainProps) {
  return (
    <>
      {band && (
        <button type="button" className={styles.skip} onClick={skipToMain}>
          Skip to the page
        </button>
      )}
      {band}
      <main id={MAIN} tabIndex={-1} className={classNames(styles.main, isStage && styles.stage)}>
        <LineNotice />
        {children}
      </main>
    </>
  )
}

// Apart, as most people never ask for it.
const HELP = latePart(() => import('../help/help-dialog.tsx'))

interface LateHelpProps {
  readonly topic: Topic
  readonly onClose: () => void
}

function LateHelp(props: LateHelpProps) {
  const help = HELP.useIt()
  return help && <help.HelpDialog {...props} />
}

/** The two helps of a page: the section of a guide that fits it, and the sheet of keys. */
function useHelp() {
  const [location] = useLocation()
  const [topic, setTopic] = useState<Topic | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const help = useCallback(() => setTopic(topicFor(location)), [location])
  const showKeys = useCallback(() => setShowsKeys(true), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another topic
  useEffect(() => setTopic(null), [location])
  const sheet = (
    <>
      <HelpSheet isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
      {topic && <LateHelp topic={topic} onClose={() => setTopic(null)} />}
    </>
  )
  return { help, showKeys, sheet }
}

interface AppFrameProps {
  /** The open workbook, for the commands that need one. */
  readonly workbook?: string
  readonly place?: ReactNode
  readonly tabs?: ReactNode
  readonly children: ReactNode
}

/** The frame of every ordinary page. */
export function AppFrame({ workbook, place, tabs, children }: AppFrameProps) {
  const { help, showKeys, sheet } = useHelp()
  useCommands(workbook ?? null, { help, showKeys })
  return (
    <>
      <PageMain band={<Band onHelp={help} onKeys={showKeys} place={place} tabs={tabs} />}>
        {children}
      </PageMain>
      {sheet}
    </>
  )
}

interface StageFrameProps {
  readonly workbook: string
  readonly children: ReactNode
}

/**
 * The frame of a page for a whole room to look at: the commands work, and nothing is drawn around the
 * page.
 */
export function StageFrame({ workbook, children }: StageFrameProps) {
  const { help, showKeys, sheet } = useHelp()
  useCommands(workbook, { help, showKeys })
  return (
    <>
      <PageMain isStage>{children}</PageMain>
      {sheet}
    </>
  )
}

interface BareFrameProps {
  readonly children: ReactNode
  /** A small control in the corner under the page. */
  readonly corner?: ReactNode
}

/**
 * The frame of a page in a participant's hands: no band, no tabs and no commands, so that nobody strays
 * into other people's ratings.
 */
export function BareFrame({ children, corner }: BareFrameProps) {
  useCommandContext('participant')
  return (
    <>
      {/* Orca takes whatever a new page begins with as read, and would pass over the heading that has the focus. */}
      <header className="visually-hidden">Framework Workbook</header>
      <PageMain>{children}</PageMain>
      {corner && <footer className={styles.corner}>{corner}</footer>}
    </>
  )
}

const workbookTabs = (workbook: string, hasWorkshops: boolean) => [
  ...(hasWorkshops ? [{ href: routes.study(workbook), label: 'Study' }] : []),
  { href: routes.framework(workbook), label: 'Framework' },
  { href: routes.workshops(workbook), label: 'Workshops' },
  { href: routes.results(workbook), label: 'Results' },
  { href: routes.export(workbook), label: 'Export' },
  { href: routes.merge(workbook), label: 'Merge' },
]

function Place() {
  const id = useWorkbookId()
  const info = useWorkbook(state => state.info)
  if (info.state !== 'ready') return null
  return (
    <span className={styles.place}>
      <Link href={routes.framework(id)} className={styles.title} title={info.value.title}>
        <span className={styles.words} dir="auto">
          {info.value.title}
        </span>
      </Link>
      {info.value.madeUp && <span className={styles.madeUp}>Made-up ratings</span>}
    </span>
  )
}

/** The frame of a workbook's pages: its title and tabs, or the reason why it cannot be opened. */
export function WorkbookFrame({ children }: { readonly children: ReactNode }) {
  const id = useWorkbookId()
  const info = useWorkbook(state => state.info)
  const hasWorkshops = useWorkbook(
    ({ workshops }) => workshops.state === 'ready' && workshops.value.length > 0,
  )
  if (info.state === 'failed') {
    return (
      <AppFrame>
        <PageHeading title="This workbook cannot be opened" />
        <div className={styles.failed}>
          <Notice
            tone="danger"
            heading="It could not be opened"
            actions={
              <LinkButton href={routes.library()} icon={<ArrowLeftIcon />}>
                Back to the library
              </LinkButton>
            }
          >
            <p>{info.problem.message}</p>
          </Notice>
        </div>
      </AppFrame>
    )
  }
  return (
    <AppFrame
      workbook={id}
      place={<Place />}
      tabs={<Nav label="Workbook" items={workbookTabs(id, hasWorkshops)} />}
    >
      {children}
    </AppFrame>
  )
}

/** Tells page headings whether the person has moved between pages since the program was opened. */
export function HasMovedProvider({ children }: { readonly children: ReactNode }) {
  const moved = useRef(false)
  useEffect(() => {
    const note = () => {
      moved.current = true
    }
    window.addEventListener('hashchange', note)
    return () => window.removeEventListener('hashchange', note)
  }, [])
  const hasMoved = useCallback(() => moved.current, [])
  return <HasMovedContext value={hasMoved}>{children}</HasMovedContext>
}

/**
 * The time that a gap must last before it is shown, in milliseconds; an engine that restarts is
 * quicker.
 */
const GRACE_MS = 1500

function useLineTrouble(): 'lost' | 'refused' | null {
  const state = useLine()
  const isLost = useLasting(state === 'lost', GRACE_MS)
  if (state === 'refused') return state
  return isLost ? 'lost' : null
}

/** A notice that is shown while the engine cannot be reached, or refuses this page. */
function LineNotice() {
  const trouble = useLineTrouble()
  if (trouble === null) return null
  const { heading, text } = LINE_NOTICES[trouble]
  return (
    <div className={styles.notice}>
      <Notice tone="caution" heading={heading} announce>
        <p>{text}</p>
      </Notice>
    </div>
  )
}
