import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectPath } from '../../../build/project.ts'
import { THRESHOLDS } from '../../../engine/results/figures/disagreement-kind.ts'
import { judge, summarise } from '../../../engine/results/figures/summary.ts'
import { DISCUSSION_REASONS } from '../../../shared/model/discussion.ts'
import {
  DISAGREEMENT_KINDS,
  ENOUGH_ANSWERS,
  equalGroups,
  judgedSummary,
  moves,
  PRIORITIES,
  QUANTILE_DEFINITIONS,
  quantileDefinition,
  setAgreement,
} from '../../../shared/model/results.ts'
import type { RuleTest } from '../../../shared/model/rules.ts'
import { RULE_NAMES, RULES, ruleName } from '../../../shared/model/rules.ts'

const PAGE = readFileSync(projectPath('docs/statistics.md'), 'utf8')

/** An example of the page: how it was judged, the counts of each level, and any figures. */
const example = z
  .object({
    counts: z.array(z.number()),
    quantile: quantileDefinition.default('R-7'),
    rule: ruleName.default('percent-75'),
  })
  .catchall(z.union([z.number(), z.string(), z.boolean()]))

const EXAMPLES = [...PAGE.matchAll(/^```json\n(.*?)^```/gms)]
  .flatMap(([, block = '']) => block.trim().split('\n'))
  .map(line => ({ line, ...example.parse(JSON.parse(line)) }))

/** The rule's test for a scale; examples of A are on scales that no rule is for. */
function testOf(rule: (typeof RULE_NAMES)[number], levels: number): RuleTest {
  const [first] = RULES[rule].scales
  const test = RULES[rule].scales.find(scale => scale.levels === levels)?.test ?? first?.test
  if (!test) throw new Error(`${rule} has no test.`)
  return test
}

describe('docs/statistics.md', () => {
  it.each(EXAMPLES)(
    'has an example that comes out: $line',
    ({ line, counts, quantile, rule, ...wanted }) => {
      const people = counts.reduce((sum, count) => sum + count, 0)
      const judging = { test: testOf(rule, counts.length), quantile }
      const found = {
        ...summarise({ counts, dontKnow: 0, notApplicable: 0, asked: people }, quantile),
        ...judge(counts, [{ counts, dontKnow: 0, notApplicable: 0, asked: people }], judging),
      }
      const values = new Map<string, unknown>(Object.entries(found))
      expect(Object.keys(wanted).length).toBeGreaterThan(0)
      for (const [name, value] of Object.entries(wanted)) {
        if (typeof value === 'number') expect(values.get(name), name).toBeCloseTo(value, 12)
        else expect(values.get(name), name).toBe(value)
      }
    },
  )

  it('names every figure, rule, definition, priority and kind that results can have', () => {
    const figures = [judgedSummary, equalGroups, setAgreement].flatMap(schema =>
      Object.keys(schema.shape),
    )
    const inCode = [...figures, ...RULE_NAMES, ...QUANTILE_DEFINITIONS, ...PRIORITIES]
    const known = inCode.filter(name => name !== 'shares')
    expect(known.filter(name => !PAGE.includes(`\`${name}\``))).toEqual([])
    expect(DISAGREEMENT_KINDS.filter(kind => !PAGE.includes(`**${kind}**`))).toEqual([])
  })

  it('gives the reasons for the order of discussion in that order, and how many people are few', () => {
    const order = PAGE.slice(PAGE.indexOf('## What to discuss next'), PAGE.indexOf('## Who moved'))
    const listed = [...order.matchAll(/^\d\. \*\*(.+?)\*\*/gm)].map(([, reason]) => reason)
    expect(listed).toEqual([...DISCUSSION_REASONS])
    const moved = PAGE.slice(PAGE.indexOf('## Who moved'), PAGE.indexOf('## Few people'))
    expect(Object.keys(moves.shape).filter(name => !moved.includes(`\`${name}\``))).toEqual([])
    expect(PAGE).toContain(`Figures of fewer than ${ENOUGH_ANSWERS} people are marked.`)
  })

  it('gives the thresholds of the kinds of disagreement that the program has', () => {
    const kinds = PAGE.slice(
      PAGE.indexOf('## Kinds of disagreement'),
      PAGE.indexOf('## Agreement over'),
    )
    const of = (kind: string) => kinds.slice(kinds.indexOf(`**${kind}**`)).split(/^\d\. /m)[0] ?? ''
    const { dissent, groups, agreedFrom, split } = THRESHOLDS
    expect(of('lone dissenter')).toContain(
      `${dissent.fewestPeople} to ${dissent.mostPeople} answers`,
    )
    expect(of('lone dissenter')).toContain(`1/${1 / dissent.shareOfRange} of the range`)
    expect(of('groups differ')).toContain(`${groups.fewestPeople} answers or more`)
    expect(of('groups differ')).toContain(`${groups.shareOfRange * 8}/8 of the range`)
    expect(of('groups differ')).toContain(String(groups.explained))
    expect(of('agreed')).toContain(`A of ${agreedFrom} or more`)
    expect(of('split')).toContain(`1/${split.campOneIn} of the answers`)
    expect(of('split')).toContain(`1/${1 / split.gapOfPeak} as many`)
  })
})
