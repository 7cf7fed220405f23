import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FindDialog } from './find-dialog.tsx'
import styles from './withdrawal-offer.module.css'

/** Where a facilitator turns when somebody wants their answers deleted. */
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
