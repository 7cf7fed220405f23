import { useState } from 'react'
import { bySection } from '../../rating/progress.ts'
import { useWorkbook } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import styles from './choose-indicators.module.css'

interface ChooseIndicatorsProps {
  readonly onClose: () => void
  readonly onChosen: (indicators: readonly string[]) => void
}

interface ListProps {
  readonly wanted: string
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (indicator: string) => void
}

function List({ wanted, chosen, onToggle }: ListProps) {
  const framework = useWorkbook(state => state.framework)
  if (framework.state !== 'ready') return null
  const found = framework.value.indicators.filter(({ code, title }) =>
    `${code} ${title}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  if (found.length === 0) return <p>No indicator has these words.</p>
  return bySection(found).map(({ title, members }) => (
    <section key={title}>
      <h3 className={styles.section}>{title}</h3>
      <ul>
        {members.map(({ indicator: { id, code, title } }) => (
          <li key={id}>
            <Checkbox isSelected={chosen.has(id)} onChange={() => onToggle(id)}>
              <span className={styles.code}>{code}</span> {title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** A sheet to choose the indicators that people rate again. */
export function ChooseIndicators({ onClose, onChosen }: ChooseIndicatorsProps) {
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (indicator: string) =>
    setChosen(before => {
      const after = new Set(before)
      if (!after.delete(indicator)) after.add(indicator)
      return after
    })
  return (
    <Dialog
      title="Which indicators are rated again?"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={chosen.size === 0}
            onPress={() => onChosen([...chosen])}
          >
            {chosen.size <= 1 ? 'Rate this again' : `Rate these ${chosen.size} again`}
          </Button>
        </>
      }
    >
      <div className={styles.choice}>
        <SearchField label="Find an indicator" value={wanted} onChange={setWanted} />
        <List wanted={wanted} chosen={chosen} onToggle={toggle} />
      </div>
    </Dialog>
  )
}
