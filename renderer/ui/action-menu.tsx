import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from './button.tsx'
import styles from './choice-menu.module.css'
import { classNames } from './class-names.ts'
import type { Option } from './select.tsx'

interface ActionMenuProps<Action extends string> {
  /** What the actions are about, in words. */
  readonly label: string
  readonly icon: ReactNode
  readonly actions: readonly Option<Action>[]
  readonly onAction: (action: Action) => void
}

/** Things that are seldom done, behind a small button. */
export function ActionMenu<Action extends string>(props: ActionMenuProps<Action>) {
  const { label, icon, actions, onAction } = props
  const act = (key: string | number) => {
    const chosen = actions.find(({ value }) => value === key)
    if (chosen) onAction(chosen.value)
  }
  return (
    <MenuTrigger>
      <IconButton label={label} icon={icon} />
      <Popover className={classNames(styles.popover)} placement="bottom end" offset={4}>
        <Menu aria-label={label} className={classNames(styles.menu)} onAction={act}>
          {actions.map(action => (
            <MenuItem key={action.value} id={action.value} className={classNames(styles.item)}>
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
