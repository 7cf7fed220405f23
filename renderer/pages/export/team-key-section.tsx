import { useState } from 'react'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import styles from './team-key-section.module.css'

interface TeamKeySectionProps {
  readonly publicKey: string | null
  readonly onSet: (publicKey: string | null) => Promise<void>
}

/** The key of the research team: made once, set here, and carried along by set-up packages. */
export function TeamKeySection({ publicKey, onSet }: TeamKeySectionProps) {
  const [made, setMade] = useState('')
  return (
    <div className={styles.key}>
      <Disclosure
        summary="The research team’s key"
        note={publicKey === null ? 'none' : 'in use'}
        level={2}
      >
        <div className={styles.section}>
          <p>
            With a key, every package with ratings is encrypted so that only the team can read it. A
            set-up package brings the key to other laptops, so facilitators need no password.
          </p>
          {publicKey === null ? (
            <SetKey onSet={onSet} onMade={setMade} />
          ) : (
            <KeyInUse publicKey={publicKey} onSet={onSet} />
          )}
          {made !== '' && (
            <Notice tone="caution" heading={`Keep ${made} safe`} announce>
              <p>
                It is the team’s private key, and the only thing that opens what is encrypted to the
                public key above. Keep it with the research team, with a copy in a safe place, and
                never on a facilitator’s laptop. The program does not keep it.
              </p>
            </Notice>
          )}
        </div>
      </Disclosure>
    </div>
  )
}

interface KeyInUseProps extends TeamKeySectionProps {
  readonly publicKey: string
}

function KeyInUse({ publicKey, onSet }: KeyInUseProps) {
  const { problem, run } = useAction()
  return (
    <>
      <dl className={styles.public}>
        <dt>Public key</dt>
        <dd>{publicKey}</dd>
      </dl>
      <Button onPress={() => run(() => onSet(null))}>Stop using this key</Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

interface SetKeyProps extends Pick<TeamKeySectionProps, 'onSet'> {
  /** Called with the name of the file that new keys were put into. */
  readonly onMade: (file: string) => void
}

function SetKey({ onSet, onMade }: SetKeyProps) {
  const { client, host } = useServices()
  const [typed, setTyped] = useState('')
  const set = useAction()
  const making = useAction()
  const make = () =>
    making.run(async () => {
      const file = await host.chooseDestination('team.key', 'key')
      if (file === null) return
      const { publicKey } = await client.keys.makeTeam({ to: file.permit })
      await host.deliver(file)
      onMade(file.name)
      // Whoever makes keys means to use them.
      await onSet(publicKey)
    })
  return (
    <>
      <TextField
        label="Public key"
        description="It begins with age1. It is no secret: it can only lock, not open."
        value={typed}
        onChange={setTyped}
        error={set.problem}
        autoComplete="off"
        spellCheck="false"
      />
      <Row gap={3} wrap>
        <Button
          isPending={set.isDoing}
          onPress={() =>
            typed.trim() === ''
              ? set.setProblem('Paste the team’s public key, or make new keys first.')
              : set.run(() => onSet(typed.trim()))
          }
        >
          Use this key
        </Button>
        <Button icon={<PlusIcon />} isPending={making.isDoing} onPress={make}>
          Make new keys…
        </Button>
      </Row>
      {making.problem && <p role="alert">{making.problem}</p>}
    </>
  )
}
