import { useState } from 'react'
import { Link } from 'wouter'
import type { ListedComment } from '../../../shared/model/comments.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../ui/feedback/notice.tsx'
import { ArrowLeftIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { Switch } from '../../ui/input/checkbox.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { SearchField } from '../../ui/input/text-field.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { UnlessRating } from '../common/unless-rating.tsx'
import { type CommentFilter, findComments, tagsOf } from './comment-filter.ts'
import { CommentItem, SuggestionsList } from './comment-item.tsx'
import styles from './comments-page.module.css'

/** Stands for any tag in the list of choices; no tag is empty. */
const ANY = ''

function useWritten() {
  const client = useClient()
  const workbook = useWorkbookId()
  const about = useWorkbook(
    ({ revision }) =>
      `${revision.ratings} ${revision.discussion} ${revision.participants} ${revision.rounds}`,
  )
  // Who is in a group of few people could be told by its name alone.
  const scope = { workbook, hideGroupsUnder: ENOUGH_ANSWERS }
  return useQuery(about, () =>
    Promise.all([client.comment.list(scope), client.suggestion.list(scope)]),
  )
}

interface FilterProps {
  readonly filter: CommentFilter
  readonly tags: readonly string[]
  readonly onFilter: (filter: CommentFilter) => void
}

function Filter({ filter, tags, onFilter }: FilterProps) {
  return (
    <search className={styles.filter}>
      <SearchField
        label="Find in comments"
        value={filter.words}
        onChange={words => onFilter({ ...filter, words })}
      />
      <Select
        label="Tag"
        options={[
          { value: ANY, label: 'Any tag' },
          ...tags.map(tag => ({ value: tag, label: tag })),
        ]}
        value={filter.tag ?? ANY}
        onChange={tag => onFilter({ ...filter, tag: tag === ANY ? null : tag })}
      />
      <Switch
        isSelected={filter.takenBack}
        onChange={takenBack => onFilter({ ...filter, takenBack })}
      >
        Also those taken back
      </Switch>
    </search>
  )
}

interface CommentsProps {
  readonly comments: readonly ListedComment[]
  readonly indicators: readonly Indicator[]
}

function Comments({ comments, indicators }: CommentsProps) {
  const workbook = useWorkbookId()
  const [filter, setFilter] = useState<CommentFilter>({ words: '', tag: null, takenBack: false })
  const found = findComments(comments, indicators, filter)
  const count = found.reduce((sum, { comments: list }) => sum + list.length, 0)
  const released = found.flatMap(one => one.comments).filter(one => one.released).length
  return (
    <>
      <Filter filter={filter} tags={tagsOf(comments)} onFilter={setFilter} />
      <p role="status" className={styles.count}>
        {count === 1 ? '1 comment' : `${count} comments`}
        {released > 0 && `, of which ${released} may be published`}
      </p>
      <Paged what="indicators" items={found} perPage={20}>
        {shown =>
          shown.map(({ id, indicator, comments: list }) => (
            <Stack key={id} as="section" gap={2}>
              <h3 className={styles.title} dir="auto">
                {indicator ? (
                  <Link href={routes.results(workbook, indicator.code)}>
                    {indicator.code} {indicator.title}
                  </Link>
                ) : (
                  'An indicator that is no longer in the framework'
                )}
              </h3>
              <ul>
                {list.map(comment => (
                  <CommentItem key={comment.rating} comment={comment} />
                ))}
              </ul>
            </Stack>
          ))
        }
      </Paged>
    </>
  )
}

/** Everything that people wrote: comments under their indicators, and suggestions; never who wrote it. */
export function CommentsPage() {
  const workbook = useWorkbookId()
  const framework = useWorkbook(state => state.framework)
  const { answer, retry } = useWritten()
  const indicators = framework.state === 'ready' ? framework.value.indicators : []
  return (
    <Stack gap={6}>
      <PageHeading
        title="What people wrote"
        actions={
          <LinkButton href={routes.results(workbook)} icon={<ArrowLeftIcon />}>
            Results
          </LinkButton>
        }
      >
        <p>
          Comments and suggestions with their writers’ groups, and never with who they are; groups
          of fewer than {ENOUGH_ANSWERS} people are not named. Read each before you mark it: what
          may be published leaves in tables, with its indicator and without its writer’s group.
        </p>
      </PageHeading>
      <UnlessRating workshops={null} mayLook>
        <Loaded from={answer} what="the comments" onRetry={retry}>
          {([comments, suggestions]) => (
            <>
              {suggestions.length > 0 && (
                <section aria-labelledby="suggestions">
                  <h2 id="suggestions" className={styles.heading}>
                    Suggestions ({suggestions.length})
                  </h2>
                  <SuggestionsList suggestions={suggestions} indicators={indicators} />
                </section>
              )}
              <Stack aria-labelledby="comments" as="section" gap={4}>
                <h2 id="comments" className={styles.heading}>
                  Comments
                </h2>
                {comments.length === 0 ? (
                  <EmptyState heading="Nobody has written a comment yet">
                    <p>Whoever rates can add one under each question.</p>
                  </EmptyState>
                ) : (
                  <Comments comments={comments} indicators={indicators} />
                )}
              </Stack>
            </>
          )}
        </Loaded>
      </UnlessRating>
    </Stack>
  )
}
