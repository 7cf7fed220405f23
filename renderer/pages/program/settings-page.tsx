import { useStore } from 'zustand'
import {
  APPEARANCE_OPTIONS,
  TEXT_SIZE_OPTIONS,
} from '../../../shared/messages/program/appearance.ts'
import type { ProgramFacts } from '../../../shared/model/program.ts'
import { routes } from '../../app/routes.ts'
import { useAppearance, useClient, useLine, useServices } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useRatingSessions } from '../../rating/session/rating-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { FolderIcon, LockIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { Path } from './about-page.tsx'
import { Backups } from './backups.tsx'
import { Part } from './part.tsx'
import styles from './program.module.css'

/** Everything that can be set for this laptop, or where it is. */
export function SettingsPage() {
  const client = useClient()
  const line = useLine()
  const { answer, retry } = useQuery(line, () => client.program.facts())
  return (
    <Stack gap={6}>
      <PageHeading
        title="Settings"
        actions={<LinkButton href={routes.about()}>About Framework Workbook</LinkButton>}
      >
        <p>For this laptop alone: none of them goes into a workbook or a package.</p>
      </PageHeading>
      <div className={styles.settings}>
        <Looks />
        <Participants />
        <Loaded from={answer} what="where the workbooks lie" onRetry={retry}>
          {facts => (
            <>
              <LibraryFolder facts={facts} onChosen={retry} />
              <Backups facts={facts} onChanged={retry} />
            </>
          )}
        </Loaded>
      </div>
    </Stack>
  )
}

function Looks() {
  const { appearance, textSize, choose, chooseTextSize } = useAppearance(state => state)
  return (
    <Part id="looks" title="What pages look like">
      <RadioGroup
        label="Appearance"
        options={APPEARANCE_OPTIONS}
        value={appearance}
        onChange={choose}
      />
      <RadioGroup
        label="Size of text"
        options={TEXT_SIZE_OPTIONS}
        value={textSize}
        onChange={chooseTextSize}
      />
    </Part>
  )
}

/** The settings for people who rate. Languages of their screens belong here. */
function Participants() {
  const { choices } = useRatingSessions()
  const usesKeys = useStore(choices, state => state.usesKeys)
  return (
    <Part id="participants" title="For people who rate">
      <div className={styles.flush}>
        <Switch isSelected={usesKeys} onChange={choices.setSingleKeys}>
          Single keys work everywhere
        </Switch>
      </div>
      <p className={styles.small}>
        Digits and letters then answer wherever the focus is. Each person can still choose in{' '}
        <em>Keys and settings</em>, and the next one begins with what is set here.
      </p>
      <div>
        <LinkButton href={routes.lock()} icon={<LockIcon />}>
          The PIN, and when screens cover themselves
        </LinkButton>
      </div>
    </Part>
  )
}

interface FactsProps {
  readonly facts: ProgramFacts
}

function LibraryFolder({ facts, onChosen }: FactsProps & { readonly onChosen: () => void }) {
  const { chooseLibrary } = useServices().host
  const { problem, run } = useAction()
  const choose = async () => {
    if ((await chooseLibrary?.()) != null) onChosen()
  }
  return (
    <Part id="library" title="Where workbooks lie">
      <p>
        <Path>{facts.libraryFolder}</Path>
      </p>
      {chooseLibrary !== null && !facts.isFolderNamed ? (
        <>
          <div>
            <Button icon={<FolderIcon />} onPress={() => run(choose)}>
              Choose another folder
            </Button>
          </div>
          <p className={styles.small}>
            Workbooks stay where they are: to bring one along, open a package of it there. The PIN
            belongs to the folder. Take a folder of this laptop that no program synchronises.
          </p>
        </>
      ) : (
        <p className={styles.small}>
          The program is told at its start: by <code>--library</code> or{' '}
          <code>WORKBOOK_LIBRARY</code>. Without them it takes the usual folder.
        </p>
      )}
      <ProblemNotice problem={problem} />
    </Part>
  )
}
