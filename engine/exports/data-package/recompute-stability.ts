/** The comparison of each round with the latest earlier one, as a rule on stability asks for; `stability` is the rule, `persons` the table of ratings of persons. */
export const stabilityInR = (
  persons: 'persons' | 'ratings',
): string => `stability_of <- function(mine, before) {
  both <- match(mine$participant_id, before$participant_id)
  distance <- abs(mine$level - before$level[both])
  distance <- distance[!is.na(distance)]
  by_people <- stability$kind == "people"
  near <- if (by_people) sum(distance <= stability$within) else NA
  range_of <- function(x) percentile(x, 75) - percentile(x, 25)
  median_change <- percentile(mine$level, 50) - percentile(before$level, 50)
  iqr_change <- range_of(mine$level) - range_of(before$level)
  fewest <- if (by_people) length(distance) else min(nrow(mine), nrow(before))
  stays <- if (by_people) 100 * near >= stability$atLeastPercent * length(distance) else
    abs(median_change) <= stability$medianAtMost + 1e-9 &&
      (is.null(stability$iqrAtMost) || abs(iqr_change) <= stability$iqrAtMost + 1e-9)
  list(
    since_round = number(before$round[1]), paired = length(distance), moved_within = near,
    median_change = median_change, iqr_change = iqr_change,
    stable = if (fewest < fewest_answers) NA_character_ else if (stays) "yes" else "no"
  )
}

at_levels <- ${persons}[!is.na(${persons}$level), ]
question <- function(of) paste(of$indicator, of$criterion)
asked_at <- split(seq_len(nrow(at_levels)), question(at_levels))
for (i in seq_len(nrow(results))) {
  wanted <- results[i, ]
  if (wanted$few_answers == "left out") next
  answered <- at_levels[asked_at[[question(wanted)]], ]
  mine <- answered[answered$round == wanted$round, ]
  earlier <- answered[number(answered$round) < number(wanted$round), ]
  if (nrow(mine) == 0 || nrow(earlier) == 0) next
  latest <- max(number(earlier$round))
  before <- earlier[number(earlier$round) == latest, ]
  where <- paste(place(wanted), "since round", latest)
  compare(where, wanted, stability_of(mine, before))
  told <- groups_by[[place(wanted)]]
  for (j in seq_len(NROW(told))) {
    of_group <- function(of) of[!is.na(of$group) & of$group == told$group[j], ]
    if (told$few_answers[j] == "left out" || nrow(of_group(mine)) == 0) next
    if (nrow(of_group(before)) == 0) next
    compare(paste(where, told$group[j]), told[j, ], stability_of(of_group(mine), of_group(before)))
  }
}
`
