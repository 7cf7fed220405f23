import { useEffect, useState } from 'react'
import type { PinReason } from '../../../shared/host.ts'
import type { Proof } from '../../../shared/model/lock.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { LockIcon } from '../../ui/icons.tsx'
import { Button, IconButton } from '../../ui/input/button.tsx'
import { InEnglish, useWords } from '../../ui/language/language-context.tsx'
import { FormDialog } from '../../ui/layout/form-dialog.tsx'
import { ProofFields } from './proof-fields.tsx'
import { useHolding } from './room-context.tsx'

interface UnlockControlProps {
  /** `icon` where there is no room for words. */
  readonly look?: 'words' | 'icon'
}

/** The one way out of a room: small, and of no use without the PIN. */
export function UnlockControl({ look = 'words' }: UnlockControlProps) {
  const { controls } = useWords()
  const { host } = useServices()
  const [reason, setReason] = useState<PinReason | null>(null)
  useEffect(() => host.onAskForPin(setReason), [host])
  const ask = () => setReason('unlock')
  return (
    <>
      {look === 'icon' ? (
        <IconButton label={controls.facilitator} icon={<LockIcon />} onPress={ask} />
      ) : (
        <Button variant="quiet" icon={<LockIcon />} onPress={ask}>
          {controls.facilitator}
        </Button>
      )}
      {reason !== null && (
        <InEnglish>
          <UnlockDialog reason={reason} onClose={() => setReason(null)} />
        </InEnglish>
      )}
    </>
  )
}

/** Opens the lock; every tab hears of it and goes to the workshop's page, or the program is quit. */
function useUnlock(reason: PinReason) {
  const { client, host } = useServices()
  const { isDoing, problem, setProblem, run } = useAction()
  const unlock = (proof?: Proof) =>
    run(async () => {
      await client.lock.unlock(proof)
      if (reason === 'quit') await host.quit?.()
    })
  return { isDoing, problem, clear: () => setProblem(null), unlock }
}

interface UnlockDialogProps {
  readonly reason: PinReason
  readonly onClose: () => void
}

/** Asks for the PIN, or for the words where it was forgotten. */
function UnlockDialog({ reason, onClose }: UnlockDialogProps) {
  const { lock } = useHolding()
  const { isDoing, problem, clear, unlock } = useUnlock(reason)
  const [isByWords, setIsByWords] = useState(false)
  const [typed, setTyped] = useState('')
  const change = (text: string) => {
    clear()
    setTyped(text)
  }
  const submit = () => {
    if (lock.pin === 'none') unlock()
    else if (typed.trim() !== '') unlock(isByWords ? { words: typed } : { pin: typed })
  }
  const turn = () => {
    change('')
    setIsByWords(!isByWords)
  }
  return (
    <FormDialog
      title={reason === 'quit' ? 'Quit the program?' : 'For the facilitator'}
      submit={reason === 'quit' ? 'Quit' : 'Unlock'}
      isDoing={isDoing}
      onSubmit={submit}
      onClose={onClose}
    >
      {lock.pin === 'none' ? (
        <p>This laptop has no PIN. Unlocking ends what the room is doing and shows everything.</p>
      ) : (
        <ProofFields isByWords={isByWords} typed={typed} onChange={change} />
      )}
      <ProblemNotice heading="It stays locked" problem={problem} />
      {lock.pin !== 'none' && (
        <div>
          <Button variant="quiet" onPress={turn}>
            {isByWords ? 'Use the PIN' : 'I forgot the PIN'}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
