import { type FormEvent, useState } from 'react'
import type { PackagePlace } from '../../../shared/host.ts'
import type { ReadingOptions } from '../../data/merge-store.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { FileIcon, FolderIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { DropArea } from '../../ui/input/drop-area.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import styles from './merge-page.module.css'

interface ChoosePackagesProps {
  readonly onChoose: (from: PackagePlace) => void
  readonly onDrop: (dropped: DataTransfer) => void
  /** The person was further on and has come back: the focus begins here. */
  readonly isBack: boolean
}

/** An area to drop or choose packages, or a folder of them. */
export function ChoosePackages({ onChoose, onDrop, isBack }: ChoosePackagesProps) {
  return (
    <DropArea label="Packages" onDrop={onDrop}>
      <div>
        <p className={styles.ask}>Drop packages here, or a folder of them</p>
        <p className={styles.hint}>
          Files that end with .workbook, in any order. One that comes twice counts once.
        </p>
      </div>
      <Row gap={3} wrap>
        <Button
          variant="primary"
          size="large"
          icon={<FileIcon />}
          autoFocus={isBack}
          onPress={() => onChoose('files')}
        >
          Choose packages
        </Button>
        <Button size="large" icon={<FolderIcon />} onPress={() => onChoose('folder')}>
          Choose a folder
        </Button>
      </Row>
    </DropArea>
  )
}

type Codes = readonly string[]

interface OpenEncryptedProps {
  /** The problems found in the packages; they tell what the packages are encrypted to. */
  readonly codes: Codes
  /** Reads them once more with what opens them. */
  readonly onOpen: (secret: Pick<ReadingOptions, 'passphrase' | 'key'>) => void
}

/** Tests whether a passphrase or a key is needed to read the packages. */
export function areEncrypted(codes: Codes): boolean {
  return asksForPassphrase(codes) || asksForKey(codes)
}

const asksForPassphrase = (codes: Codes): boolean =>
  codes.includes('needs-passphrase') || codes.includes('wrong-passphrase')

const asksForKey = (codes: Codes): boolean =>
  codes.includes('needs-key') || codes.includes('not-for-this-key')

/** Asks for the passphrase or the key file that opens encrypted packages; nothing where none is. */
export function OpenEncrypted({ codes, onOpen }: OpenEncryptedProps) {
  if (!areEncrypted(codes)) return null
  return (
    <Notice tone="caution" heading="Some packages are encrypted">
      <Stack gap={4}>
        {asksForPassphrase(codes) && (
          <PassphraseForm
            wasWrong={codes.includes('wrong-passphrase')}
            onOpen={passphrase => onOpen({ passphrase })}
          />
        )}
        {asksForKey(codes) && (
          <KeyFileChoice
            wasOther={codes.includes('not-for-this-key')}
            onOpen={key => onOpen({ key })}
          />
        )}
      </Stack>
    </Notice>
  )
}

interface PassphraseFormProps {
  readonly wasWrong: boolean
  readonly onOpen: (passphrase: string) => void
}

function PassphraseForm({ wasWrong, onOpen }: PassphraseFormProps) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState(
    wasWrong ? 'It does not open them. Type it once more, each word as it was given.' : '',
  )
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') setProblem('Type the passphrase first.')
    else onOpen(typed.trim())
  }
  return (
    <form className={styles.way} onSubmit={open}>
      <TextField
        label="Passphrase"
        description="Whoever wrote the package has it, often six words."
        value={typed}
        onChange={text => {
          setTyped(text)
          setProblem('')
        }}
        error={problem}
        autoComplete="off"
        spellCheck="false"
      />
      <Button type="submit">Open with this passphrase</Button>
    </form>
  )
}

interface KeyFileChoiceProps {
  readonly wasOther: boolean
  readonly onOpen: (key: NonNullable<ReadingOptions['key']>) => void
}

function KeyFileChoice({ wasOther, onOpen }: KeyFileChoiceProps) {
  const { host } = useServices()
  const { problem, run } = useAction()
  const choose = () =>
    run(async () => {
      const key = await host.chooseFile('key')
      if (key) onOpen(key)
    })
  return (
    <div className={styles.way}>
      <p>
        {wasOther
          ? 'Some are encrypted to another key than the one in that file.'
          : 'Some are encrypted to the research team’s key. Only the team’s key file opens them; it stays where it is.'}
      </p>
      <Button icon={<FileIcon />} onPress={choose}>
        {wasOther ? 'Choose another key file' : 'Choose the key file'}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}
