import { protocolSummary } from '../../../shared/messages/protocol/protocol.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { useWorkbook } from '../../data/workbook-context.tsx'
import { checkProtocol, type ProtocolDraft } from './protocol-draft.ts'

const NONE: readonly Indicator[] = []

/** The indicators of the framework in use; none while they are being read. */
export const useIndicators = (): readonly Indicator[] =>
  useWorkbook(({ framework }) => (framework.state === 'ready' ? framework.value.indicators : NONE))

/** A draft in one line, or what must be put right before it can be recorded. */
export function summaryOf(
  draft: ProtocolDraft,
  groups: readonly string[],
  indicators: readonly Indicator[],
): string {
  const checked = checkProtocol(draft, groups, indicators)
  return 'error' in checked ? checked.error : protocolSummary(checked.protocol, indicators.length)
}
