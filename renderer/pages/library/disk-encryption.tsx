import { assertNever } from '../../../shared/assert-never.ts'
import type { DiskEncryption as Encryption } from '../../../shared/model/workbook.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import styles from './library-page.module.css'

/** Tells if the laptop's disk is encrypted, once the system has said so; nothing waits for it. */
export function DiskEncryption() {
  const client = useClient()
  const { answer } = useQuery('encryption', () => client.library.encryption())
  if (answer.state !== 'ready') return null
  return <p className={styles.about}>{wordsFor(answer.value)}</p>
}

function wordsFor({ state, by }: Encryption): string {
  switch (state) {
    case 'on':
      return `The disk of these workbooks is encrypted by ${by}: whoever steals the laptop cannot read them.`
    case 'off':
      return (
        `The disk of these workbooks is not encrypted by ${by}: whoever steals the laptop can read them. ` +
        'Turn encryption on in the laptop’s own settings, or ask those who look after it.'
      )
    case 'unknown':
      return (
        'The laptop does not say if the disk of these workbooks is encrypted. ' +
        'If it is not, whoever steals the laptop can read them: ask those who look after it.'
      )
    default:
      return assertNever(state)
  }
}
