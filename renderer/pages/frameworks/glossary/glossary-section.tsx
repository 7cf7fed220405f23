import { useState } from 'react'
import type { ChosenFile } from '../../../../shared/host.ts'
import { counted } from '../../../../shared/messages/figures.ts'
import {
  glossaryFound,
  glossaryRefusalMessage,
} from '../../../../shared/messages/glossary/glossary.ts'
import type { GlossaryOutcome } from '../../../../shared/model/check.ts'
import type { Glossary } from '../../../../shared/model/glossary/terms.ts'
import { useClient, useServices } from '../../../data/services.tsx'
import { useAction, useQuery } from '../../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { FileIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import styles from './terms.module.css'
import { FoldedTerms, GlossaryProblems, Terms } from './terms.tsx'

/** The words that the framework uses and what they mean, with the ways to load and to remove them. */
export function GlossarySection() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.framework)
  const { answer, retry } = useQuery(`glossary ${revision}`, () =>
    client.framework.glossary({ workbook }),
  )
  return (
    <Stack as="section" gap={3} aria-labelledby="glossary">
      <h2 id="glossary">Glossary</h2>
      <Loaded from={answer} what="the glossary" onRetry={retry}>
        {glossary => <Standing glossary={glossary} />}
      </Loaded>
    </Stack>
  )
}

/** A chosen file, and what was read of it. */
interface ReadFile {
  readonly chosen: ChosenFile
  readonly outcome: GlossaryOutcome
}

function Standing({ glossary }: { readonly glossary: Glossary | null }) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [read, setRead] = useState<ReadFile | null>(null)
  const { isDoing, problem, run } = useAction()
  const choose = () =>
    run(async () => {
      const chosen = await host.chooseFile('framework')
      if (chosen === null) return
      setRead({ chosen, outcome: await client.framework.checkGlossary({ file: chosen.permit }) })
    })
  const remove = () =>
    run(async () => {
      await client.framework.loadGlossary({ workbook, file: null })
    })
  return (
    <>
      <p className={styles.about}>
        {glossary === null ? (
          'No words are explained. A spreadsheet with a column of terms and one of meanings has people who rate see what CIN or EHC plan means, wherever the word stands.'
        ) : (
          <>
            {counted(glossary.terms.length, 'word is', 'words are')} explained to people who rate,
            from <bdi>{glossary.fileName}</bdi>. The set-up package has{' '}
            {glossary.terms.length === 1 ? 'it' : 'them'} too.
          </>
        )}
      </p>
      {glossary !== null && (
        <FoldedTerms terms={glossary.terms} summary="The words and what they mean" />
      )}
      <Row gap={3} wrap>
        <Button icon={<FileIcon />} isPending={isDoing} onPress={choose}>
          {glossary === null ? 'Load a glossary' : 'Load another glossary'}
        </Button>
        {glossary !== null && (
          <Button variant="quiet" isPending={isDoing} onPress={remove}>
            Explain no words
          </Button>
        )}
      </Row>
      <ProblemNotice heading="The glossary was not read" problem={problem} />
      {read && <GlossaryDialog {...read} onClose={() => setRead(null)} />}
    </>
  )
}

interface GlossaryDialogProps extends ReadFile {
  readonly onClose: () => void
}

/** A look at what would be loaded of a file, before anything is stored. */
function GlossaryDialog({ chosen, outcome, onClose }: GlossaryDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const isRefused = 'refused' in outcome
  const load = () =>
    run(async () => {
      await client.framework.loadGlossary({ workbook, file: chosen.permit })
      onClose()
    })
  return (
    <Dialog
      title="Load a glossary"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{isRefused ? 'Close' : 'Cancel'}</Button>
          {!isRefused && (
            <Button variant="primary" isPending={isDoing} onPress={load}>
              Explain these words
            </Button>
          )}
        </>
      }
    >
      <Stack gap={4}>
        {isRefused ? (
          <p>{glossaryRefusalMessage(outcome.file, outcome.refused)}</p>
        ) : (
          <>
            <p>{glossaryFound(outcome)}.</p>
            <GlossaryProblems problems={outcome.problems} />
            <Terms terms={outcome.terms} />
          </>
        )}
        <ProblemNotice heading="The glossary was not loaded" problem={problem} />
      </Stack>
    </Dialog>
  )
}
