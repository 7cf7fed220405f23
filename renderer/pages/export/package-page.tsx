import { type ReactNode, useState } from 'react'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { formatDay } from '../../format.ts'
import { useWorkbook } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RadioGroup, type RadioOption } from '../../ui/radio-group.tsx'
import styles from './export-page.module.css'
import { FileOutcome } from './file-outcome.tsx'
import { isUsable, type Protection, ProtectionChoice } from './protection-choice.tsx'
import { TeamKeySection } from './team-key-section.tsx'
import { type PackageContents, usePackageExport } from './use-package-export.ts'
import { useTeamKey } from './use-package-keys.ts'

const EVERYTHING: RadioOption<PackageContents> = {
  value: 'everything',
  label: 'Everything',
  hint: 'After a workshop: the framework, every workshop, participant, rating and comment.',
}
const WORKSHOPS: RadioOption<PackageContents> = {
  value: 'workshops',
  label: 'Some workshops',
  hint: 'Only the participants and ratings of the workshops that you tick.',
}
const SETUP: RadioOption<PackageContents> = {
  value: 'setup',
  label: 'A set-up for other laptops',
  hint: 'Before a workshop: the framework and the workshops, with no participants and no ratings.',
}

interface WorkshopTicksProps {
  readonly workshops: readonly Workshop[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function WorkshopTicks({ workshops, chosen, onChange }: WorkshopTicksProps) {
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(chosen)
    if (isTicked) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <fieldset className={styles.ticks}>
      <legend>Which workshops</legend>
      {workshops.map(({ id, title, date }) => (
        <Checkbox key={id} isSelected={chosen.has(id)} onChange={isTicked => tick(id, isTicked)}>
          {title}, {formatDay(date)}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function Hint({ children }: { readonly children: ReactNode }) {
  return <p className={styles.caution}>{children}</p>
}

interface WhoCanOpenProps {
  /** Undefined while it is asked for. */
  readonly publicKey: string | null | undefined
  readonly protection: Protection
  readonly onChange: (protection: Protection) => void
}

function WhoCanOpen({ publicKey, protection, onChange }: WhoCanOpenProps) {
  if (publicKey === undefined) return null
  return (
    <>
      <Hint>It holds answers and comments as people gave them. Pass it to the team only.</Hint>
      <ProtectionChoice
        hasTeamKey={publicKey !== null}
        protection={protection}
        onChange={onChange}
      />
    </>
  )
}

/**
 * What was chosen, or what there is without a choice: the team's key, unless the workbook is known to have
 * none.
 */
function chosenProtection(
  wanted: Protection | null,
  publicKey: string | null | undefined,
): Protection {
  if (wanted === null || (wanted.kind === 'team' && publicKey === null)) {
    return { kind: publicKey === null ? 'none' : 'team' }
  }
  return wanted
}

/** Writes a package: the file that carries records to another laptop. */
export function PackagePage() {
  const [contents, setContents] = useState<PackageContents>('everything')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const info = useWorkbook(state => state.info)
  const workshops = useWorkbook(state => state.workshops)
  const title = info.state === 'ready' ? info.value.title : 'Workbook'
  const { stage, write } = usePackageExport(title)
  const { publicKey, set } = useTeamKey()
  const [wanted, setWanted] = useState<Protection | null>(null)
  const protection = chosenProtection(wanted, publicKey)
  const list = workshops.state === 'ready' ? workshops.value : []
  const isWriting = stage.at === 'writing'
  const isMissing = contents === 'workshops' && chosen.size === 0
  const hasRatings = contents !== 'setup'
  return (
    <div className={styles.page}>
      <PageHeading title="Export a package">
        <p>
          A package carries this workbook to another laptop, where it is merged or opened. It is
          read back and checked before it gets its name.
        </p>
      </PageHeading>
      <div className={styles.choice}>
        <RadioGroup
          label="What it holds"
          options={list.length > 1 ? [EVERYTHING, WORKSHOPS, SETUP] : [EVERYTHING, SETUP]}
          value={contents}
          onChange={setContents}
        />
        {contents === 'workshops' && (
          <WorkshopTicks workshops={list} chosen={chosen} onChange={setChosen} />
        )}
        {hasRatings && <WhoCanOpen {...{ publicKey, protection }} onChange={setWanted} />}
        <div>
          <Button
            variant="primary"
            size="large"
            icon={<DownloadIcon />}
            isDisabled={isMissing || (hasRatings && !isUsable(protection))}
            isPending={isWriting}
            onPress={() => void write({ contents, workshops: [...chosen], protection })}
          >
            {isWriting ? 'Writing the package…' : 'Save the package'}
          </Button>
        </div>
        {isMissing && <Hint>Tick at least one workshop.</Hint>}
        <FileOutcome stage={stage} />
      </div>
      {publicKey !== undefined && <TeamKeySection publicKey={publicKey} onSet={set} />}
    </div>
  )
}
