import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CheckIcon } from '../icons.tsx'
import { IconButton } from './button.tsx'
import type { Option } from './choice.tsx'
import styles from './menu.module.css'

interface ActionMenuProps<Action extends string> {
  /** Names the subject of the actions. */
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
            <MenuItem
              key={action.value}
              id={action.value}
              {...(action.lang === undefined ? {} : { lang: action.lang })}
              className={classNames(styles.item)}
            >
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ChoiceMenuProps<Value extends string> {
  /** Names the choice. */
  readonly label: string
  readonly icon: ReactNode
  readonly ground?: 'page' | 'band'
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One choice from a short list, behind a small button. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { label, icon, ground = 'page', options, value, onChange } = props
  const choose = (key: string | number) => {
    const chosen = options.find(option => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <MenuTrigger>
      <IconButton label={label} icon={icon} ground={ground} />
      <Popover className={classNames(styles.popover)} placement="bottom end" offset={4}>
        <Menu
          aria-label={label}
          className={classNames(styles.menu)}
          selectionMode="single"
          selectedKeys={[value]}
          onAction={choose}
        >
          {options.map(option => (
            <MenuItem key={option.value} id={option.value} className={classNames(styles.item)}>
              <span className={styles.tick}>
                <CheckIcon />
              </span>
              {option.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
