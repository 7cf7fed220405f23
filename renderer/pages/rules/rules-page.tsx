import { useState } from 'react'
import { ruleWords } from '../../../shared/messages/rules.ts'
import type { RuleDraft, StudyRule } from '../../../shared/model/rules.ts'
import { type ConsensusRule, RULE_NAMES, RULES, testFor } from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { useRules } from '../../data/workbook-lists.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { ArrowLeftIcon, PlusIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { RuleForm } from './rule-form.tsx'
import { fieldsOf, freshFields } from './rule-form-draft.ts'
import styles from './rules-page.module.css'

/** The subject of the form: a new rule, a change of one, or nothing. */
type Editing = 'new' | StudyRule | null

function useRuleActions(onDone: () => void) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [problem, setProblem] = useState<Problem | null>(null)
  const doing = async (work: Promise<unknown>) => {
    setProblem(null)
    await work.then(onDone, (error: unknown) => setProblem(problemOf(error)))
  }
  return {
    problem,
    add: (draft: RuleDraft) => doing(client.rule.add({ workbook, draft })),
    change: (rule: string, draft: RuleDraft) =>
      doing(client.rule.change({ workbook, rule, draft })),
    retire: (rule: string, retired: boolean) =>
      doing(client.rule.retire({ workbook, rule, retired })),
  }
}

interface RuleProps {
  readonly rule: ConsensusRule
  readonly levels: ScaleLength
  readonly study?: StudyRule
  readonly onChange?: () => void
  readonly onRetire?: (retired: boolean) => void
}

function Rule({ rule, levels, study, onChange, onRetire }: RuleProps) {
  return (
    <li className={styles.rule}>
      <div className={styles.words}>
        <p>
          <strong>{rule.title}</strong> <Tag>Version {rule.version}</Tag>{' '}
          {study?.retired && <Tag tone="caution">Retired</Tag>}
        </p>
        <p>{ruleWords(rule, levels)}</p>
        {rule.source && <p className={styles.source}>{rule.source}</p>}
        <p className={styles.source}>
          On the command line: <code>--rule {rule.name}</code>
        </p>
      </div>
      {study && (
        <Row gap={2}>
          {!study.retired && <Button onPress={() => onChange?.()}>Change</Button>}
          <Button variant="quiet" onPress={() => onRetire?.(!study.retired)}>
            {study.retired ? 'Take up again' : 'Retire'}
          </Button>
        </Row>
      )}
    </li>
  )
}

interface OwnRulesProps {
  readonly rules: readonly StudyRule[]
  readonly levels: ScaleLength
}

function OwnRules({ rules, levels }: OwnRulesProps) {
  const [editing, setEditing] = useState<Editing>(null)
  const { problem, add, change, retire } = useRuleActions(() => setEditing(null))
  return (
    <Stack as="section" gap={4} aria-labelledby="own">
      <h2 id="own" className={styles.heading}>
        Rules of this study
      </h2>
      {rules.length === 0 && editing === null && (
        <p>None yet. A rule that was agreed in a protocol belongs here before anyone rates.</p>
      )}
      <ul>
        {rules.map(study => (
          <Rule
            key={`${study.id} ${study.recordedAt}`}
            rule={study.rule}
            levels={levels}
            study={study}
            onChange={() => setEditing(study)}
            onRetire={retired => void retire(study.id, retired)}
          />
        ))}
      </ul>
      <ProblemNotice problem={problem?.message ?? null} />
      {editing === null ? (
        <div>
          <Button icon={<PlusIcon />} onPress={() => setEditing('new')}>
            Add a rule
          </Button>
        </div>
      ) : (
        <RuleForm
          key={editing === 'new' ? 'new' : editing.id}
          levels={levels}
          initial={editing === 'new' ? freshFields(levels) : fieldsOf(editing.rule, levels)}
          action={
            editing === 'new' ? 'Keep this rule' : `Keep as version ${editing.rule.version + 1}`
          }
          onSave={draft => void (editing === 'new' ? add(draft) : change(editing.id, draft))}
          onCancel={() => setEditing(null)}
        />
      )}
    </Stack>
  )
}

/** The rules of consensus: the study's own, which can be added and changed, and the program's. */
export function RulesPage() {
  const workbook = useWorkbookId()
  const info = useWorkbook(state => state.info)
  const { answer, retry } = useRules()
  if (info.state !== 'ready') return null
  const levels = info.value.scale
  return (
    <Stack gap={6}>
      <PageHeading
        title="Rules for consensus"
        actions={
          <LinkButton href={routes.results(workbook)} icon={<ArrowLeftIcon />}>
            Results
          </LinkButton>
        }
      >
        <p>
          A rule says when people agree that an indicator is in or out. It is printed with every
          result; a change makes a new version, and the old ones are kept.
        </p>
      </PageHeading>
      <Loaded from={answer} what="the rules" onRetry={retry}>
        {rules => <OwnRules rules={rules} levels={levels} />}
      </Loaded>
      <Stack as="section" gap={4} aria-labelledby="built-in">
        <h2 id="built-in" className={styles.heading}>
          Rules of the program
        </h2>
        <ul>
          {RULE_NAMES.filter(name => testFor(RULES[name], levels)).map(name => (
            <Rule key={name} rule={RULES[name]} levels={levels} />
          ))}
        </ul>
      </Stack>
    </Stack>
  )
}
