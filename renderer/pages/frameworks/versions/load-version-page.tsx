import { routes } from '../../../app/routes.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Notice, ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { Button, LinkButton } from '../../../ui/input/button.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { CheckedFile, type ReadyFile } from '../load/checked-file.tsx'
import { FileChooser } from '../load/file-chooser.tsx'
import { type Check, useCheck } from '../load/use-check.ts'
import { Comparison } from './comparison.tsx'
import { type Comparing, useComparison } from './use-comparison.ts'

/** The step after a file is settled: to see the difference. */
function CompareStep({
  ready,
  comparing,
}: {
  readonly ready: ReadyFile
  readonly comparing: Comparing
}) {
  const { file, choices, isChecked } = ready
  return (
    <Stack gap={4} align="start">
      <ProblemNotice
        heading="The difference could not be told"
        problem={comparing.problem?.message ?? null}
      />
      <Button
        variant="primary"
        size="large"
        isPending={comparing.isBusy || !isChecked}
        onPress={() => comparing.compare({ file, choices })}
      >
        {comparing.isBusy ? 'Comparing…' : 'See what changes'}
      </Button>
    </Stack>
  )
}

function Stage({ check, comparing }: { readonly check: Check; readonly comparing: Comparing }) {
  const { stage } = check
  if (comparing.open) return <Comparison open={comparing.open} comparing={comparing} />
  if (stage.at !== 'open') return <FileChooser {...check} />
  return (
    <CheckedFile
      open={stage.open}
      check={check}
      next={ready => <CompareStep ready={ready} comparing={comparing} />}
    />
  )
}

/** Loads a changed framework: choose its file, settle what it means, see the difference, load. */
export function LoadVersionPage() {
  const workbook = useWorkbookId()
  const refresh = useWorkbook(state => state.refreshFramework)
  const check = useCheck()
  const comparing = useComparison(() => {
    const { stage } = check
    if (stage.at === 'open' && !('refused' in stage.open.outcome) && stage.open.choices.columns) {
      check.memory.remember(stage.open.outcome.tableColumns, stage.open.choices.columns)
    }
    void refresh()
  })
  return (
    <Stack gap={6}>
      <PageHeading
        title="Load a changed version"
        actions={
          <LinkButton href={routes.framework(workbook)} icon={<ArrowLeftIcon />}>
            Back to the framework
          </LinkButton>
        }
      >
        <p>
          You see what was added, removed, reworded and moved before anything is stored. The version
          that was rated stays as it is, and so do its ratings.
        </p>
      </PageHeading>
      {check.stage.at === 'refused' && (
        <Notice tone="danger" heading="This file cannot be loaded" announce>
          <p>{check.stage.message}</p>
        </Notice>
      )}
      <Stage check={check} comparing={comparing} />
    </Stack>
  )
}
