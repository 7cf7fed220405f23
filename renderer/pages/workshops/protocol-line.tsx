import { useState } from 'react'
import { PROTOCOL_WORDS, protocolSummary } from '../../../shared/messages/protocol/protocol.ts'
import type { StandingProtocol } from '../../../shared/model/protocol.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { checkProtocol, type ProtocolProblem, protocolDraft } from '../common/protocol-draft.ts'
import { ProtocolFields } from '../common/protocol-fields.tsx'
import { useIndicators } from '../common/protocol-summary.ts'

/** The protocol of a workshop as it stands. */
export function useProtocol(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.workshops)
  return useQuery(`${workshop} ${revision}`, () => client.workshop.protocol({ workbook, workshop }))
}

/** The way in which a workshop asks, in one line, and the way to change it. */
export function ProtocolLine({ workshop }: { readonly workshop: Workshop }) {
  const { answer, retry } = useProtocol(workshop.id)
  const indicators = useIndicators()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Loaded from={answer} what="what is asked" onRetry={retry}>
      {protocol => (
        <Row gap={[1, 4]} align="center" wrap>
          <span>
            {PROTOCOL_WORDS.name}: {protocolSummary(protocol, indicators.length)}
          </span>
          <Button variant="quiet" isFlush onPress={() => setIsOpen(true)}>
            Change what is asked
          </Button>
          {isOpen && (
            <ProtocolDialog
              workshop={workshop}
              protocol={protocol}
              onClose={() => {
                setIsOpen(false)
                retry()
              }}
            />
          )}
        </Row>
      )}
    </Loaded>
  )
}

interface ProtocolDialogProps {
  readonly workshop: Workshop
  readonly protocol: StandingProtocol
  readonly onClose: () => void
}

function ProtocolDialog({ workshop, protocol, onClose }: ProtocolDialogProps) {
  const { id, title, groups } = workshop
  const client = useClient()
  const workbook = useWorkbookId()
  const indicators = useIndicators()
  const [draft, setDraft] = useState(() => protocolDraft(protocol, groups))
  const [unasked, setUnasked] = useState<ProtocolProblem | null>(null)
  const { isDoing, problem, run } = useAction()
  const save = () =>
    run(async () => {
      const checked = checkProtocol(draft, groups, indicators)
      setUnasked('error' in checked ? checked : null)
      if ('error' in checked) return
      const wanted = protocol.isBegun
        ? { ...checked.protocol, groups: protocol.groups }
        : checked.protocol
      await client.workshop.setProtocol({ workbook, workshop: id, protocol: wanted })
      onClose()
    })
  return (
    <Dialog
      title={`${PROTOCOL_WORDS.name} in ${title}`}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <p>{protocol.isBegun ? PROTOCOL_WORDS.fixed : PROTOCOL_WORDS.lead}</p>
      <ProtocolFields
        groups={groups}
        indicators={indicators}
        draft={draft}
        problem={unasked}
        isBegun={protocol.isBegun}
        onChange={setDraft}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
