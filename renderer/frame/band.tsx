import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { routes } from '../routes.ts'
import { IconButton } from '../ui/button.tsx'
import { HelpIcon } from '../ui/icons.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import styles from './band.module.css'
import { Mark } from './mark.tsx'

interface BandProps {
  readonly onHelp: () => void
  /** Where the person is below the library: the workbook's title. */
  readonly place?: ReactNode
  /** The tabs at the foot of the band. */
  readonly tabs?: ReactNode
}

/** The dark band at the top of every page: whose program this is, where one is, and its tabs. */
export function Band({ onHelp, place, tabs }: BandProps) {
  return (
    <header className={styles.band}>
      <div className={styles.inner}>
        <div className={styles.bar}>
          <nav aria-label="You are here" className={styles.here}>
            <Link href={routes.library} className={styles.brand}>
              <Mark />
              <span>Framework Workbook</span>
            </Link>
            {place}
          </nav>
          <div className={styles.tools}>
            <AppearanceMenu />
            <IconButton
              label="Keyboard shortcuts"
              icon={<HelpIcon />}
              ground="band"
              onPress={onHelp}
            />
          </div>
        </div>
        {tabs}
      </div>
    </header>
  )
}
