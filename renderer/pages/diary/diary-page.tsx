import { useState } from 'react'
import { DIARY_KIND_NAMES, DIARY_WORDS, findInDiary } from '../../../shared/messages/diary.ts'
import { counted } from '../../../shared/messages/figures.ts'
import { DIARY_KINDS, type DiaryEntry, type DiaryKind } from '../../../shared/model/diary.ts'
import { routes } from '../../app/routes.ts'
import { problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowLeftIcon, PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { SearchField } from '../../ui/input/text-field.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { Entry, NoteForm } from './diary-entry.tsx'
import styles from './diary-page.module.css'

/** Stands for all kinds in the list of choices. */
const ALL = 'all'

/** The diary, read again whenever anything that it tells of changes. */
function useDiary() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(({ revision: of }) => Object.values(of).join(' '))
  return useQuery(revision, () => client.diary.list({ workbook }))
}

/** Writes notes, and keeps what went wrong; each answers whether it was done. */
function useNotes(onDone: () => void) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    setIsBusy(true)
    setProblem(null)
    try {
      await work()
      onDone()
      return true
    } catch (error) {
      setProblem(problemOf(error).message)
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return {
    isBusy,
    problem,
    add: (text: string) => doing(() => client.diary.addNote({ workbook, text })),
    change: (note: string, text: string | null) =>
      doing(() => client.diary.changeNote({ workbook, note, text })),
  }
}

interface EntriesProps {
  readonly entries: readonly DiaryEntry[]
  readonly isBusy: boolean
  readonly onChange: (note: string, text: string | null) => Promise<boolean>
}

function Entries({ entries, isBusy, onChange }: EntriesProps) {
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<DiaryKind | null>(null)
  const found = findInDiary(entries, { words, ...(kind && { kinds: [kind] }) })
  const met = DIARY_KINDS.filter(each => entries.some(({ facts }) => facts.kind === each))
  return (
    <Stack gap={4}>
      <search className={styles.filter}>
        <SearchField label="Find in the diary" value={words} onChange={setWords} />
        <Select
          label="Kind"
          options={[
            { value: ALL, label: 'All kinds' },
            ...met.map(value => ({ value, label: DIARY_KIND_NAMES[value] })),
          ]}
          value={kind ?? ALL}
          onChange={value => setKind(DIARY_KINDS.find(each => each === value) ?? null)}
        />
      </search>
      <p role="status" className={styles.count}>
        {found.length === 0
          ? DIARY_WORDS.nothing
          : counted(found.length, 'entry, the latest first', 'entries, the latest first')}
      </p>
      <Paged what="entries" items={found} perPage={50}>
        {shown => (
          <ol className={styles.entries}>
            {shown.map(entry => (
              <Entry key={entry.id} entry={entry} isBusy={isBusy} onChange={onChange} />
            ))}
          </ol>
        )}
      </Paged>
    </Stack>
  )
}

/** The diary: what was done in a study, put together from its records, with notes of the team. */
export function DiaryPage() {
  const workbook = useWorkbookId()
  const [isWriting, setIsWriting] = useState(false)
  const { answer, retry } = useDiary()
  const { isBusy, problem, add, change } = useNotes(retry)
  return (
    <Stack gap={5}>
      <PageHeading
        title="Diary"
        actions={
          <LinkButton href={routes.study(workbook)} icon={<ArrowLeftIcon />}>
            Study
          </LinkButton>
        }
      >
        <p>{DIARY_WORDS.about}</p>
      </PageHeading>
      <ProblemNotice problem={problem} />
      {isWriting ? (
        <NoteForm
          label="New note"
          action="Add the note"
          isBusy={isBusy}
          onSave={async text => {
            const isDone = await add(text)
            if (isDone) setIsWriting(false)
            return isDone
          }}
          onCancel={() => setIsWriting(false)}
        />
      ) : (
        <div>
          <Button icon={<PlusIcon />} onPress={() => setIsWriting(true)}>
            Add a note
          </Button>
        </div>
      )}
      <Loaded from={answer} what="the diary" onRetry={retry}>
        {({ entries }) => <Entries entries={entries} isBusy={isBusy} onChange={change} />}
      </Loaded>
    </Stack>
  )
}
