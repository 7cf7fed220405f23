import { useCallback, useEffect, useState } from 'react'
import { useServices } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { RetryIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { RadioGroup, type RadioOption } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import styles from './export-page.module.css'

/** The way a package is protected, which decides who can read it. */
export type Protection =
  | { readonly kind: 'team' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'none' }

/** A passphrase that is shorter is guessed too soon. */
const SHORTEST = 12

/** Tests whether a package can be written with this protection. */
export const isUsable = (protection: Protection): boolean =>
  protection.kind !== 'passphrase' || protection.passphrase.trim().length >= SHORTEST

const TEAM: RadioOption<Protection['kind']> = {
  value: 'team',
  label: 'Only the research team',
  hint: 'It is encrypted to the team’s key. You need no password.',
}
const PASSPHRASE: RadioOption<Protection['kind']> = {
  value: 'passphrase',
  label: 'Whoever has the passphrase',
  hint: 'It is encrypted. Pass the words on by another way than the file.',
}
const NONE: RadioOption<Protection['kind']> = {
  value: 'none',
  label: 'Anybody who gets the file',
  hint: 'It is not encrypted: for a stick that stays in your hands.',
}

interface ProtectionChoiceProps {
  readonly hasTeamKey: boolean
  readonly protection: Protection
  readonly onChange: (protection: Protection) => void
}

/** Asks who is to be able to open a package. */
export function ProtectionChoice({ hasTeamKey, protection, onChange }: ProtectionChoiceProps) {
  const choose = (kind: Protection['kind']) =>
    onChange(kind === 'passphrase' ? { kind, passphrase: '' } : { kind })
  return (
    <>
      <RadioGroup
        label="Who can open it"
        options={hasTeamKey ? [TEAM, PASSPHRASE, NONE] : [NONE, PASSPHRASE]}
        value={protection.kind}
        onChange={choose}
      />
      {protection.kind === 'passphrase' && (
        <PassphraseChoice
          passphrase={protection.passphrase}
          onChange={passphrase => onChange({ kind: 'passphrase', passphrase })}
        />
      )}
    </>
  )
}

interface PassphraseChoiceProps {
  readonly passphrase: string
  readonly onChange: (passphrase: string) => void
}

function PassphraseChoice({ passphrase, onChange }: PassphraseChoiceProps) {
  const { suggested, suggest } = useSuggestedPassphrase()
  // What is offered is there to be used; whoever wants another one types over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new offer alone is put in place.
  useEffect(() => {
    if (suggested !== '') onChange(suggested)
  }, [suggested])
  const isShort = passphrase.trim().length < SHORTEST
  return (
    <div className={styles.passphrase}>
      <TextField
        label="Passphrase"
        description="Six words that nobody chose. Write them down now: without them nobody can open the package, the program’s makers neither."
        value={passphrase}
        onChange={onChange}
        error={isShort && passphrase !== '' ? `Use at least ${SHORTEST} characters.` : ''}
        autoComplete="off"
        spellCheck="false"
      />
      <Button icon={<RetryIcon />} onPress={() => void suggest()}>
        Offer other words
      </Button>
    </div>
  )
}

/** The research team's public key of this workbook, and how it is set; undefined while it is asked for. */
export function useTeamKey() {
  const { client } = useServices()
  const workbook = useWorkbookId()
  const [publicKey, setPublicKey] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let isGone = false
    void client.keys
      .team({ workbook })
      .then(team => {
        if (!isGone) setPublicKey(team.publicKey)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [client, workbook])
  const set = useCallback(
    async (key: string | null) => {
      const team = await client.keys.setTeam({ workbook, publicKey: key })
      setPublicKey(team.publicKey)
    },
    [client, workbook],
  )
  return { publicKey, set }
}

/** A passphrase that was made by chance, blank until it is there, and how to have another. */
function useSuggestedPassphrase() {
  const { client } = useServices()
  const [suggested, setSuggested] = useState('')
  const suggest = useCallback(async () => {
    const made = await client.keys.suggestPassphrase().catch(() => null)
    if (made) setSuggested(made.passphrase)
  }, [client])
  useEffect(() => void suggest(), [suggest])
  return { suggested, suggest }
}
