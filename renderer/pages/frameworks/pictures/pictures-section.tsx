import { useState } from 'react'
import type { ChosenFile } from '../../../../shared/host.ts'
import { counted } from '../../../../shared/messages/figures.ts'
import { picturesFound } from '../../../../shared/messages/pictures/pictures.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import type { PictureReading } from '../../../../shared/model/pictures/pictures.ts'
import { useServices } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { FileIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { usePictures } from '../../../ui/pictures/pictures-context.tsx'
import { PictureList } from './picture-list.tsx'
import { PictureProblems } from './picture-problems.tsx'
import styles from './pictures-section.module.css'

interface PicturesSectionProps {
  readonly indicators: readonly Indicator[]
}

/** Files that were chosen, and what was read of them. */
interface ReadFiles {
  readonly files: readonly ChosenFile[]
  readonly refused: readonly string[]
  readonly reading: PictureReading
}

/** The pictures of the framework's indicators, with the ways to load and to remove them. */
export function PicturesSection({ indicators }: PicturesSectionProps) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { of } = usePictures()
  const [read, setRead] = useState<ReadFiles | null>(null)
  const { isDoing, problem, run } = useAction()
  const choose = () =>
    run(async () => {
      const taken = await host.chooseFiles('pictures')
      if (taken === null || taken.length === 0) return
      const refused = taken.flatMap(one => ('refused' in one ? [one.refused] : []))
      const files = taken.flatMap(one => ('permit' in one ? [one] : []))
      const permits = files.map(({ permit }) => permit)
      const reading =
        permits.length === 0
          ? { found: [], problems: [] }
          : await client.framework.checkPictures({ workbook, files: permits })
      setRead({ files, refused, reading })
    })
  const remove = () =>
    run(async () => {
      await client.framework.removePictures({ workbook, indicators: null })
    })
  return (
    <Stack as="section" gap={3} aria-labelledby="pictures">
      <h2 id="pictures">Pictures</h2>
      <p className={styles.about}>
        {of.size === 0
          ? 'Easy read has words alone. A picture for an indicator is a PNG, JPEG or WebP that is called as its code, such as A1.png. A spreadsheet may be chosen with them that names them in a column Picture, or in which they lie.'
          : `Easy read shows ${counted(of.size, 'picture', 'pictures')}. The set-up package has ${of.size === 1 ? 'it' : 'them'} too.`}
      </p>
      {of.size > 0 && (
        <Disclosure level={3} summary="The pictures and what they show">
          <PictureList indicators={indicators} />
        </Disclosure>
      )}
      <Row gap={3} wrap>
        <Button icon={<FileIcon />} isPending={isDoing} onPress={choose}>
          {of.size === 0 ? 'Load pictures' : 'Load more pictures'}
        </Button>
        {of.size > 0 && (
          <Button variant="quiet" isPending={isDoing} onPress={remove}>
            Show no pictures
          </Button>
        )}
      </Row>
      <ProblemNotice heading="The pictures were not read" problem={problem} />
      {read && <PicturesDialog {...read} onClose={() => setRead(null)} />}
    </Stack>
  )
}

interface PicturesDialogProps extends ReadFiles {
  readonly onClose: () => void
}

/** A look at what would be loaded of files, before anything is stored. */
function PicturesDialog({ files, refused, reading, onClose }: PicturesDialogProps) {
  const { client } = useServices()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const isEmpty = reading.found.length === 0
  const load = () =>
    run(async () => {
      const permits = files.map(({ permit }) => permit)
      await client.framework.loadPictures({ workbook, files: permits })
      onClose()
    })
  return (
    <Dialog
      title="Load pictures"
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>{isEmpty ? 'Close' : 'Cancel'}</Button>
          {!isEmpty && (
            <Button variant="primary" isPending={isDoing} onPress={load}>
              Show these pictures
            </Button>
          )}
        </>
      }
    >
      <Stack gap={4}>
        <p>{picturesFound(reading)}.</p>
        <PictureProblems problems={reading.problems} refused={refused} />
        {!isEmpty && (
          <p className={styles.codes}>For {reading.found.map(({ code }) => code).join(', ')}</p>
        )}
        <ProblemNotice heading="The pictures were not loaded" problem={problem} />
      </Stack>
    </Dialog>
  )
}
