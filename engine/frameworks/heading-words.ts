/**
 * What people put in the place of a word of the names below; a word stands here for what all of them
 * mean. The longest come first, as `pi` is in `kpi`.
 */
export const SAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  indicator: [
    'key performance indicator',
    'performance indicator',
    'performance measure',
    'outcome indicator',
    'outcome measure',
    'national indicator',
    'kpi',
    'pi',
    'measure',
    'metric',
  ],
  no: ['number', 'num', 'nr'],
  ref: ['reference', 'refs'],
  id: ['identifier', 'uid'],
  child: [
    'children',
    'childrens',
    'childs',
    'cyp',
    'young people',
    'young person',
    'young peoples',
  ],
  wording: ['version', 'text', 'words'],
}

/** Words that change nothing of what a heading asks for. */
export const IDLE_WORDS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'an',
    'the',
    'this',
    'that',
    'it',
    'our',
    'we',
    'us',
    'you',
    'they',
    'of',
    'for',
    'in',
    'to',
  ],
  ...['is', 'are', 'do', 'does', 'will', 'and', 'please', 'add', 'enter', 'column'],
  ...['proposed', 'draft', 'suggested', 'main', 'full'],
])
