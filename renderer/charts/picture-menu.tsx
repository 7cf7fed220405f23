import { useState } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { ChartChoice, PictureFormat } from '../../shared/model/exports.ts'
import { FILE_THEME_NAMES, type FileThemeName } from '../../shared/model/exports.ts'
import { problemOf } from '../data/loadable.ts'
import { useAppearance, useServices } from '../data/services.tsx'
import { useResults, useWorkbookId } from '../data/workbook-context.tsx'
import { classNames } from '../ui/class-names.ts'
import { exportName } from '../ui/format.ts'
import { CheckIcon, DownloadIcon } from '../ui/icons.tsx'
import { Button } from '../ui/input/button.tsx'
import menuStyles from '../ui/input/menu.module.css'
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

/** A menu that copies a chart to the clipboard or saves it to a file, in the colours of its destination. */
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

/** The progress of making a picture. */
export type PictureStage =
  | { readonly at: 'nothing' }
  | {
      readonly at: 'copied'
      readonly format: PictureFormat
      readonly notDrawn: readonly string[]
    }
  | { readonly at: 'saved'; readonly file: string; readonly notDrawn: readonly string[] }
  | { readonly at: 'failed'; readonly message: string }

const decodePng = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))], {
    type: 'image/png',
  })

/** A drawing is put on the clipboard as its text, which programs that draw take. */
async function copy(format: PictureFormat, picture: Promise<string>): Promise<void> {
  if (format === 'svg') return navigator.clipboard.writeText(await picture)
  // The clipboard is given the promise, as a browser allows writing only right after a press.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture.then(decodePng) })])
}

/** Copies and saves a chart as a picture, made by the engine from the scope that is on screen. */
export function usePicture(chart: ChartChoice | null, name: string) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [stage, setStage] = useState<PictureStage>({ at: 'nothing' })
  if (chart === null) return null
  const attempt = async (make: () => Promise<PictureStage>) => {
    setStage({ at: 'nothing' })
    try {
      setStage(await make())
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  const asked = (format: PictureFormat, theme: FileThemeName) => ({
    workbook,
    ...scope,
    chart,
    format,
    theme,
  })
  return {
    stage,
    copy: (format: PictureFormat, theme: FileThemeName) =>
      attempt(async () => {
        const drawn = client.charts.draw(asked(format, theme))
        await copy(
          format,
          drawn.then(({ picture }) => picture),
        )
        return { at: 'copied', format, notDrawn: (await drawn).notDrawn }
      }),
    save: (format: PictureFormat, theme: FileThemeName) =>
      attempt(async () => {
        const file = await host.chooseDestination(exportName(name, format, new Date()), format)
        if (file === null) return { at: 'nothing' }
        const { notDrawn } = await client.charts.save({
          ...asked(format, theme),
          to: file.permit,
        })
        await host.deliver(file)
        return { at: 'saved', file: file.name, notDrawn }
      }),
  }
}
