import { type ReactNode, useState } from 'react'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { problemOf } from '../../data/loadable.ts'
import { useServices } from '../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { exportName, formatDay } from '../../ui/format.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup, type RadioOption } from '../../ui/input/choice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { useNaming } from '../common/name-laptop.tsx'
import styles from './export-page.module.css'
import { OpenTurnsNotice } from './open-turns-notice.tsx'
import { isUsable, type Protection, ProtectionChoice, useTeamKey } from './protection-choice.tsx'
import { TeamKeySection } from './team-key-section.tsx'
import { type ExportStage, FileOutcome } from './use-export.tsx'

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
 * The chosen protection, or the default without a choice: the team's key, unless the workbook is known to
 * have none.
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
export function PackagePage({ workshop }: { readonly workshop: string | null }) {
  const [contents, setContents] = useState<PackageContents>(
    workshop === null ? 'everything' : 'workshops',
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(workshop === null ? [] : [workshop]),
  )
  const info = useWorkbook(state => state.info)
  const workshops = useWorkbook(state => state.workshops)
  const title = info.state === 'ready' ? info.value.title : 'Workbook'
  const { stage, write } = usePackageExport(title, useNaming()?.laptop.name ?? null)
  const { publicKey, set } = useTeamKey()
  const [wanted, setWanted] = useState<Protection | null>(null)
  const protection = chosenProtection(wanted, publicKey)
  const list = workshops.state === 'ready' ? workshops.value : []
  const isWriting = stage.at === 'writing'
  const isMissing = contents === 'workshops' && chosen.size === 0
  const hasRatings = contents !== 'setup'
  return (
    <Stack gap={6}>
      <PageHeading title="Export a package">
        <p>
          A package carries this workbook to another laptop, where it is merged or opened. It is
          read back and checked before it gets its name.
        </p>
      </PageHeading>
      {hasRatings && <OpenTurnsNotice />}
      <div className={styles.choice}>
        <RadioGroup
          label="What it holds"
          options={
            list.length > 1 || workshop !== null
              ? [EVERYTHING, WORKSHOPS, SETUP]
              : [EVERYTHING, SETUP]
          }
          value={contents}
          onChange={setContents}
        />
        {contents === 'workshops' && (
          <WorkshopTicks workshops={list} chosen={chosen} onChange={setChosen} />
        )}
        {hasRatings && (
          <WhoCanOpen publicKey={publicKey} protection={protection} onChange={setWanted} />
        )}
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
    </Stack>
  )
}

/** The contents that a package can have. */
type PackageContents = 'everything' | 'workshops' | 'setup'

/** The contents and the protection of a package to write; a set-up is never encrypted. */
interface PackageRequest {
  readonly contents: PackageContents
  readonly workshops: readonly string[]
  readonly protection: Protection
}

function protectedBy(protection: Protection) {
  switch (protection.kind) {
    case 'team':
      return {}
    case 'passphrase':
      return { passphrase: protection.passphrase.trim() }
    case 'none':
      return { unencrypted: true }
  }
}

/** Asks where to write a package, has it written and read back there, and hands the file over. */
function usePackageExport(title: string, laptop: string | null) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<ExportStage>({ at: 'choosing' })
  const write = async ({ contents, workshops, protection }: PackageRequest) => {
    try {
      const isNamed = laptop !== null && contents !== 'setup'
      const about = isNamed
        ? `${title} - ${laptop}`
        : contents === 'setup'
          ? `${title} set-up`
          : title
      const file = await host.chooseDestination(
        exportName(about, 'workbook', new Date(), isNamed ? ' - ' : ' '),
        'workbook',
      )
      if (file === null) return
      setStage({ at: 'writing' })
      const { bytes } = await client.package.write({
        workbook,
        to: file.permit,
        setup: contents === 'setup',
        ...(contents === 'workshops' && { workshops: [...workshops] }),
        ...(contents !== 'setup' && protectedBy(protection)),
      })
      await host.deliver(file)
      setStage({ at: 'written', file, bytes })
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { stage, write }
}
