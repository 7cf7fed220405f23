import type { RatingOfParticipant, SaidByParticipant } from '../../store/reports/exports.ts'

/** The question of a row, within one participant. */
const questionOf = ({ indicatorId, criterion, round }: RatingOfParticipant): string =>
  `${round} ${criterion} ${indicatorId}`

/**
 * The rows of one participant: answers with what was written beside them, and comments on their own, by round and
 * place in the framework. An older rating has the words that it said itself; other words stand beside the first
 * answer to their question that has none.
 */
export function wordsBeside({
  ratings,
  comments,
}: SaidByParticipant): readonly RatingOfParticipant[] {
  if (comments.length === 0) return ratings
  const own = new Map(comments.map(({ id, comment }) => [id, comment]))
  const answered = new Set(ratings.map(({ id }) => id))
  const others = new Map<string, RatingOfParticipant[]>()
  for (const comment of comments) {
    if (answered.has(comment.id)) continue
    const question = questionOf(comment)
    others.set(question, [...(others.get(question) ?? []), comment])
  }
  const beside = ratings.map(rating => {
    const text = own.get(rating.id) ?? others.get(questionOf(rating))?.shift()?.comment
    return text === undefined ? rating : { ...rating, comment: text }
  })
  const alone = [...others.values()].flat()
  return alone.length === 0 ? beside : [...beside, ...alone].toSorted(byPlace)
}

function byPlace(one: RatingOfParticipant, other: RatingOfParticipant): number {
  if (one.round !== other.round) return one.round - other.round
  if (one.position !== other.position) return one.position - other.position
  if (one.criterion !== other.criterion) return one.criterion > other.criterion ? -1 : 1
  return one.id < other.id ? -1 : 1
}
