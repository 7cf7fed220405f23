import { Link, useLocation } from 'wouter'
import { classNames } from '../class-names.ts'
import styles from './nav.module.css'

/** A page of a set; `href` is a route. */
interface NavItem {
  readonly href: string
  readonly label: string
}

interface NavProps {
  readonly label: string
  readonly items: readonly NavItem[]
}

const isWithin = (location: string, href: string) =>
  location === href || location.startsWith(`${href}/`)

/** The pages of a workbook as index tabs at the foot of the band; the current one is cut open. */
export function Nav({ label, items }: NavProps) {
  const [location] = useLocation()
  return (
    <nav aria-label={label} className={styles.nav}>
      <ul className={styles.list}>
        {items.map(item => {
          const isCurrent = isWithin(location, item.href)
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                className={classNames(styles.tab, isCurrent && styles.current)}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {item.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

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
      <ul className={styles.subList}>
        {items.map(item => (
          <li key={item.href}>
            <Link
              href={item.href}
              className={classNames(styles.link, item.isCurrent && styles.currentLink)}
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
