import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { KeyboardIcon, QuestionIcon, SettingsIcon } from '../ui/icons.tsx'
import { IconButton } from '../ui/input/button.tsx'
import styles from './band.module.css'
import { routes } from './routes.ts'

interface BandProps {
  readonly onHelp: () => void
  readonly onKeys: () => void
  /** The title of the open workbook; left out in the library. */
  readonly place?: ReactNode
  /** The tabs at the foot of the band. */
  readonly tabs?: ReactNode
}

/** The dark band at the top of every page: the program's name, the present place, and its tabs. */
export function Band({ onHelp, onKeys, place, tabs }: BandProps) {
  const [, go] = useLocation()
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <div className={styles.bar}>
          <nav aria-label="You are here" className={styles.here}>
            <Link href={routes.library()} className={styles.brand}>
              <Mark />
              <span>Framework Workbook</span>
            </Link>
            {place}
          </nav>
          <div className={styles.tools}>
            <IconButton
              label="Settings"
              icon={<SettingsIcon />}
              ground="band"
              onPress={() => go(routes.settings())}
            />
            <IconButton
              label="Keyboard shortcuts"
              icon={<KeyboardIcon />}
              ground="band"
              onPress={onKeys}
            />
            <IconButton label="Help" icon={<QuestionIcon />} ground="band" onPress={onHelp} />
          </div>
        </div>
        {tabs}
      </div>
    </header>
  )
}

/** The program's mark, as on its icon: a workbook whose rows are both text and bars. */
function Mark() {
  return (
    <svg width="32" height="32" viewBox="0 0 512 512" aria-hidden="true" focusable="false">
      <rect x="32" y="32" width="448" height="448" rx="96" fill="#0f7a86" />
      <path d="M128 32h32v448h-32a96 96 0 0 1-96-96V128a96 96 0 0 1 96-96Z" fill="#f5b335" />
      <g strokeWidth="60" strokeLinecap="round" fill="none">
        <path d="M240 160h128" stroke="#f7f4ec" />
        <path d="M240 256h160" stroke="#f5b335" />
        <path d="M240 352h64" stroke="#f7f4ec" />
      </g>
    </svg>
  )
}
