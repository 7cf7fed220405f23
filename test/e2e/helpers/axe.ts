import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Rules that depend on the colours and sizes of an appearance; the others say the same in each. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'link-in-text-block']

/** The scope of axe: a part of the page by its selector, and all rules or those of appearance only. */
interface Scope {
  readonly part?: string
  readonly looksOnly?: boolean
}

/**
 * The faults that axe finds, each as rule, place and reason, once nothing on the page moves: colours of
 * a dialog that is half faded in would be reported too.
 */
export async function findFaults(page: Page, scope: Scope = {}): Promise<readonly string[]> {
  await page.evaluate(untilStill)
  // No page has a frame, so one page is enough; without legacy mode each look opens a second one for the sums.
  const whole = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const axe = scope.part ? whole.include(scope.part) : whole
  const { violations } = await (scope.looksOnly ? axe.withRules(RULES_OF_LOOKS) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

// Runs in the page. What goes round for ever, as a sign of waiting does, is not waited for.
async function untilStill(): Promise<void> {
  // What was just asked for, as another appearance, begins with the next picture.
  const picture = () => new Promise(resolve => requestAnimationFrame(resolve))
  await picture()
  await picture()
  const isMoving = () =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .some(({ playState }) => playState === 'running')
  // A browser without a screen draws nothing for what moves out of sight, and so never says that it has ended: pictures
  // are asked for until then.
  while (isMoving()) await picture()
}
