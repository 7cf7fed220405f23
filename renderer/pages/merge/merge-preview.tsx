import { type ReactNode, useEffect, useRef, useState } from 'react'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import { totalCounts } from '../../../shared/model/packages.ts'
import type { MergeStage } from '../../data/merge-store.ts'
import { ProgressBar } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox, Switch } from '../../ui/input/checkbox.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { OpenEncrypted } from './choose-packages.tsx'
import { FrameworkChoice } from './framework-question.tsx'
import { BeforeAfter, MergeSum, SumWords } from './merge-counts.tsx'
import styles from './merge-preview.module.css'
import {
  AttentionList,
  needsAttention,
  type PackageRow,
  PackageTable,
  RefusedList,
  rowsOf,
} from './package-table.tsx'
import { type Merge, useTicks } from './use-merge.ts'

const PER_PAGE = 25

interface PreviewProps extends Pick<Merge, 'accept' | 'cancel' | 'readAgain'> {
  readonly stage: Extract<MergeStage, { at: 'previewed' }>
}

/** Packages of another study are let in only when a person says so. */
function AnotherStudy({ stage, readAgain }: Pick<PreviewProps, 'stage' | 'readAgain'>) {
  const { preview } = stage.reading
  const isOther = preview.packages.some(({ problems }) =>
    problems.some(({ code }) => code === 'another-study'),
  )
  if (!isOther) return null
  return (
    <Notice
      tone="caution"
      heading="Some packages are of another study"
      actions={
        <Button onPress={() => readAgain({ anotherStudy: true })}>
          Take those of another study too
        </Button>
      }
    >
      <p>If you are sure that they belong together, read them again as part of this one.</p>
    </Notice>
  )
}

function Decision({ stage, accept, cancel }: PreviewProps) {
  const { chosen, framework } = useTicks()
  const fitting = stage.reading.preview.packages.filter(({ accepted }) => accepted).length
  const words = `Bring in ${counted(chosen.size, 'package', 'packages')}`
  return (
    <div className={styles.decision}>
      {fitting > 0 && (
        <Button
          variant="primary"
          size="large"
          isDisabled={chosen.size === 0}
          isPending={stage.isAccepting}
          onPress={() =>
            accept({ files: [...chosen].sort((a, b) => a - b), ...(framework && { framework }) })
          }
        >
          {stage.isAccepting ? 'Bringing them in…' : words}
        </Button>
      )}
      <Button size="large" isDisabled={stage.isAccepting} onPress={cancel}>
        {fitting > 0 ? 'Cancel' : 'Choose others'}
      </Button>
      {fitting > 0 && chosen.size === 0 && (
        <p className={styles.hint}>Tick at least one package below.</p>
      )}
    </div>
  )
}

const headingOf = (rows: readonly PackageRow[]): string => {
  const fitting = rows.filter(({ account }) => account.accepted).length
  const read = counted(rows.length, 'package', 'packages')
  if (fitting === 0) return `None of ${read} can be taken`
  return fitting === rows.length
    ? `${read} can be brought in`
    : `${fitting} of ${read} can be brought in`
}

interface ChoiceProps {
  readonly rows: readonly PackageRow[]
  readonly chosen: ReadonlySet<number>
  readonly choose: (chosen: ReadonlySet<number>) => void
}

function Choice({ rows, chosen, choose }: ChoiceProps) {
  const [onlyAttention, setOnlyAttention] = useState(false)
  const shown = onlyAttention ? rows.filter(needsAttention) : rows
  const fitting = rows.filter(({ account }) => account.accepted).map(({ place }) => place)
  const tick = (place: number, isTicked: boolean) => {
    const next = new Set(chosen)
    if (isTicked) next.add(place)
    else next.delete(place)
    choose(next)
  }
  const isAll = fitting.length === chosen.size
  return (
    <section aria-labelledby="packages-heading" className={styles.section}>
      <h3 id="packages-heading">All packages</h3>
      <Row gap={[3, 5]} align="center" wrap>
        {fitting.length > 1 && (
          <Checkbox
            isSelected={isAll}
            isIndeterminate={!isAll && chosen.size > 0}
            onChange={isTicked => choose(new Set(isTicked ? fitting : []))}
          >
            Tick every package that can be taken
          </Checkbox>
        )}
        {rows.some(needsAttention) && (
          <Switch isSelected={onlyAttention} onChange={setOnlyAttention}>
            Only those that need attention
          </Switch>
        )}
      </Row>
      <Paged what="packages" items={shown} perPage={PER_PAGE}>
        {some => (
          <PackageTable
            rows={some}
            tense="preview"
            name={({ place, account }) => (
              <Checkbox
                isSelected={chosen.has(place)}
                isDisabled={!account.accepted}
                onChange={isTicked => tick(place, isTicked)}
              >
                {account.file}
              </Checkbox>
            )}
          />
        )}
      </Paged>
    </section>
  )
}

/** A package without what it says of the framework, which is asked once, on top. */
const withoutFramework = ({ place, account }: PackageRow): PackageRow => ({
  place,
  account: {
    ...account,
    problems: account.problems.filter(({ code }) => !code.startsWith('framework-')),
  },
})

/** The effect of merging the packages, for a person to accept all of them, some or none: what asks for it first. */
export function MergePreviewStep(props: PreviewProps) {
  const { chosen, framework, tick, useFramework } = useTicks()
  const { preview } = props.stage.reading
  const rows = rowsOf(preview).map(withoutFramework)
  const ticked = rows.filter(({ place }) => chosen.has(place))
  const totals = totalCounts(ticked.map(({ account }) => account))
  const isAll = ticked.length === rows.filter(({ account }) => account.accepted).length
  const question = preview.framework
  return (
    <Stack gap={5}>
      <StepHeading>{headingOf(rows)}</StepHeading>
      <RefusedList rows={rows} />
      <AnotherStudy {...props} />
      <OpenEncrypted
        codes={preview.packages.flatMap(({ problems }) => problems.map(({ code }) => code))}
        onOpen={props.readAgain}
      />
      {question && framework !== null && (
        <FrameworkChoice question={question} value={framework} onChange={useFramework} />
      )}
      <AttentionList rows={rows.filter(({ account }) => account.accepted)} tense="preview" />
      <MergeSum totals={totals} />
      <SumWords
        totals={totals}
        conflicts={isAll ? preview.after.conflicts - preview.before.conflicts : null}
      />
      {!isAll && (
        <p className={styles.hint}>
          The sum is of the packages that are ticked. What this comes to in the workbook stands on
          the receipt.
        </p>
      )}
      <Decision {...props} />
      {isAll && (
        <Disclosure summary="This workbook before and after" level={3}>
          <BeforeAfter before={preview.before} after={preview.after} />
        </Disclosure>
      )}
      <Choice rows={rows} chosen={chosen} choose={tick} />
    </Stack>
  )
}

interface ReadingPackagesProps {
  readonly stage: Extract<MergeStage, { at: 'taking' | 'reading' }>
  readonly onCancel: () => void
}

function Progress({ stage }: Pick<ReadingPackagesProps, 'stage'>) {
  if (stage.at === 'taking') return <ProgressBar label="Taking the files" />
  const { files, done, file, records } = stage.progress
  return (
    <ProgressBar
      label={file === '' ? 'Comparing with this workbook' : `Reading ${file}`}
      value={done}
      total={files}
      words={`${formatCount(done)} of ${counted(files, 'package', 'packages')}, ${counted(records, 'record', 'records')}`}
    />
  )
}

/** The wait while packages are read, which can be ended at any moment. */
export function ReadingPackages({ stage, onCancel }: ReadingPackagesProps) {
  return (
    <section className={styles.reading}>
      <StepHeading>Reading the packages</StepHeading>
      <Progress stage={stage} />
      <p className={styles.readingHint}>Nothing is stored yet. You see first what would be new.</p>
      <div>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </section>
  )
}

/** The heading of a step of the page. It takes the focus as it appears, so that a screen reader says it. */
function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
