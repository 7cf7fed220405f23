import { COMMANDS, type Command, STAGE_KEYS } from '../../shared/commands.ts'
import { useServices } from '../data/services.tsx'
import { useWords } from '../ui/language/language-context.tsx'
import { Dialog } from '../ui/layout/dialog.tsx'
import styles from './help-sheet.module.css'

interface HelpSheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Keys that work on every page; the controls themselves provide them. */
const EVERYWHERE = [
  { keys: ['Tab'], does: 'Go to the next control' },
  { keys: ['Shift', 'Tab'], does: 'Go to the one before' },
  { keys: ['Enter'], does: 'Open a link or press a button' },
  { keys: ['Space'], does: 'Press a button or tick a box' },
  { keys: ['Up', 'Down'], does: 'Move among the answers of one question' },
  { keys: ['Esc'], does: 'Close a sheet or list, or clear a search' },
] as const

const isMac = /mac/i.test(navigator.platform)

/** The labels of a command's keys on this laptop's keyboard. */
const keyLabels = (keys: string): readonly string[] =>
  keys.split('+').map(key => {
    if (key === 'Mod') return isMac ? '⌘' : 'Ctrl'
    return key === 'Plus' ? '+' : key
  })

interface KeysProps {
  readonly keys: readonly string[]
}

function Keys({ keys }: KeysProps) {
  return (
    <dd className={styles.keys}>
      {keys.map(key => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </dd>
  )
}

interface KeyListProps {
  readonly heading: string
  readonly entries: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

/** The things to do under one heading, with the keys that do them. */
export function KeyList({ heading, entries }: KeyListProps) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <dl>
        {entries.map(({ does, keys }) => (
          <div key={does} className={styles.line}>
            <dt>{does}</dt>
            <Keys keys={keys} />
          </div>
        ))}
      </dl>
    </section>
  )
}

function Commands({ commands }: { readonly commands: readonly Command[] }) {
  const groups = [...new Set(commands.map(command => command.group))]
  return groups.map(group => (
    <KeyList
      key={group}
      heading={group}
      entries={commands
        .filter(command => command.group === group)
        .map(({ label, keys }) => ({ does: label.replace('…', ''), keys: keyLabels(keys ?? '') }))}
    />
  ))
}

/** The keys of every command, made from the one list that also makes the menu. */
export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  const keyNames: Readonly<Record<string, string>> = useWords().keyNames
  const { host } = useServices()
  const commands = COMMANDS.filter(
    command => command.keys !== null && (command.by === 'page' || host.front === 'desktop'),
  )
  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={onClose} size="wide">
      <div className={styles.columns}>
        <Commands commands={commands} />
        <KeyList
          heading="Showing to the room"
          entries={STAGE_KEYS.map(({ label, keys }) => ({
            does: label,
            keys: keys.map(key => keyNames[key] ?? key),
          }))}
        />
        <KeyList heading="On every page" entries={EVERYWHERE} />
      </div>
    </Dialog>
  )
}
