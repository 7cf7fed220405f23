import { Link } from 'wouter'
import { classNames } from './class-names.ts'
import styles from './sub-nav.module.css'

interface SubNavProps {
  readonly label: string
  readonly items: readonly {
    /** A route. */
    readonly href: string
    readonly label: string
    readonly isCurrent: boolean
  }[]
}

/** The views of one page, as links in a row under its heading. */
export function SubNav({ label, items }: SubNavProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {items.map(item => (
          <li key={item.href}>
            <Link
              href={item.href}
              className={classNames(styles.link, item.isCurrent && styles.current)}
              aria-current={item.isCurrent ? 'page' : undefined}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
