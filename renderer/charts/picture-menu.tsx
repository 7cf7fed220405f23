import { useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { FILE_THEME_NAMES, type FileThemeName } from '../../shared/charts/theme/file-themes.ts'
import type { PictureFormat } from '../../shared/model/chart.ts'
import { useAppearance } from '../stores/services.tsx'
import { Button } from '../ui/button.tsx'
import menuStyles from '../ui/choice-menu.module.css'
import { classNames } from '../ui/class-names.ts'
import { CheckIcon, DownloadIcon } from '../ui/icons.tsx'
import styles from './picture-menu.module.css'

interface PictureMenuProps {
  readonly onCopy: (format: PictureFormat, theme: FileThemeName) => void
  readonly onSave: (format: PictureFormat, theme: FileThemeName) => void
}

const FORMAT_NAMES: Readonly<Record<PictureFormat, string>> = {
  png: 'as an image (PNG)',
  svg: 'as a drawing (SVG)',
}
const FORMATS: readonly PictureFormat[] = ['png', 'svg']

const THEME_NAMES: Readonly<Record<FileThemeName, string>> = {
  light: 'A light page',
  dark: 'A dark page',
  print: 'Print',
}

interface ActionsProps {
  readonly what: 'Copy' | 'Save'
  readonly onAction: (format: PictureFormat) => void
}

function Actions({ what, onAction }: ActionsProps) {
  return (
    <MenuSection aria-label={what}>
      {FORMATS.map(format => (
        <MenuItem
          key={format}
          id={`${what} ${format}`}
          className={classNames(menuStyles.item, styles.action)}
          onAction={() => onAction(format)}
        >
          {what} {FORMAT_NAMES[format]}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** Takes a chart away: to the clipboard or to a file, in the colours of where it is going. */
export function PictureMenu({ onCopy, onSave }: PictureMenuProps) {
  const appearance = useAppearance(state => state.appearance)
  const [theme, setTheme] = useState<FileThemeName>(appearance === 'dark' ? 'dark' : 'light')
  return (
    <MenuTrigger>
      <Button variant="quiet" icon={<DownloadIcon />}>
        Copy or save
      </Button>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end" offset={4}>
        <Menu aria-label="Copy or save the chart" className={classNames(menuStyles.menu)}>
          <Actions what="Copy" onAction={format => onCopy(format, theme)} />
          <Actions what="Save" onAction={format => onSave(format, theme)} />
          <MenuSection
            className={classNames(styles.themes)}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            shouldCloseOnSelect={false}
            onSelectionChange={chosen => {
              const next = FILE_THEME_NAMES.find(name => chosen !== 'all' && chosen.has(name))
              if (next) setTheme(next)
            }}
          >
            <Header className={styles.header ?? ''}>Colours for</Header>
            {FILE_THEME_NAMES.map(name => (
              <MenuItem key={name} id={name} className={classNames(menuStyles.item)}>
                <span className={menuStyles.tick}>
                  <CheckIcon />
                </span>
                {THEME_NAMES[name]}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
