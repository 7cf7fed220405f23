import { useState } from 'react'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { FindPerson, useFindPerson } from './find-person.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import styles from './withdrawal-offer.module.css'

/** Explains to a facilitator what to do when somebody wants their answers deleted. */
export function WithdrawalOffer() {
  const [isFinding, setIsFinding] = useState(false)
  return (
    <section className={styles.offer} aria-labelledby="withdrawal-heading">
      <div>
        <h2 id="withdrawal-heading" className={styles.heading}>
          Somebody wants their answers deleted
        </h2>
        <p className={styles.words}>They are found by their code or by their four words.</p>
      </div>
      <Button onPress={() => setIsFinding(true)}>Find them…</Button>
      {isFinding && <FindDialog onClose={() => setIsFinding(false)} />}
    </section>
  )
}

/** Finds who wants their answers deleted, by code or by the four words, and goes on to deleting once one is meant. */
function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const [isMeant, setIsMeant] = useState(false)
  const finding = useFindPerson()
  const { found, person, isDoing, setProblem } = finding
  if (person && isMeant) return <WithdrawDialog participant={person} onClose={onClose} />
  const find = () => finding.find(() => setIsMeant(true))
  const goOn = () =>
    person ? setIsMeant(true) : setProblem('Choose which of them it is, then go on.')
  return (
    <Dialog
      title="Who wants their answers deleted?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {found.length > 1 && (
            <Button variant="primary" onPress={goOn}>
              Go on
            </Button>
          )}
          <Button
            variant={found.length > 1 ? 'secondary' : 'primary'}
            isPending={isDoing}
            onPress={find}
          >
            Find them
          </Button>
        </>
      }
    >
      <FindPerson
        finding={finding}
        description="The words were shown to them when they finished rating."
        label="More than one has this code"
        listFrom={2}
        onFind={find}
      />
    </Dialog>
  )
}
