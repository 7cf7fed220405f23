/** The figures of one distribution, as functions of R. */
export const FIGURES_IN_R = `agreement_a <- function(counts) {
  k <- length(counts)
  left <- counts
  total <- sum(counts)
  if (total == 0) return(NA)
  result <- 0
  while (any(left > 1e-12)) {
    held <- left > 1e-12
    height <- min(left[held])
    s <- sum(held)
    if (s == 1) {
      agreement <- 1
    } else {
      tu <- 0
      tdu <- 0
      for (low in 1:(k - 2)) for (mid in (low + 1):(k - 1)) for (high in (mid + 1):k) {
        if (held[mid] && held[low] != held[high]) tu <- tu + 1
        if (held[low] && held[high] && !held[mid]) tdu <- tdu + 1
      }
      agreement <- if (tu + tdu == 0) 0 else {
        u <- ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu))
        u * (1 - (s - 1) / (k - 1))
      }
    }
    result <- result + agreement * s * height / total
    left[held] <- left[held] - height
  }
  result
}

percentile <- function(x, p) {
  if (length(x) == 0) return(NA)
  unname(quantile(x, p / 100, type = quantile_type))
}

figures_of <- function(level, answer, asked) {
  x <- level[!is.na(level)]
  n <- length(x)
  k <- levels_of_scale
  counts <- tabulate(x, k)
  figures <- list(
    asked = asked, n = n,
    dont_know = sum(answer == "dont_know", na.rm = TRUE),
    not_applicable = sum(answer == "not_applicable", na.rm = TRUE)
  )
  figures$missing <- asked - n - figures$dont_know - figures$not_applicable
  for (i in seq_len(k)) figures[[paste0("level_", i)]] <- counts[i]
  figures$mean <- if (n > 0) mean(x) else NA
  figures$sd <- if (n > 1) sd(x) else NA
  figures$median <- percentile(x, 50)
  figures$q1 <- percentile(x, 25)
  figures$q3 <- percentile(x, 75)
  figures$p30 <- percentile(x, 30)
  figures$p70 <- percentile(x, 70)
  figures$iqr <- figures$q3 - figures$q1
  figures$mean_absolute_deviation <- if (n > 0) mean(abs(x - stats::median(x))) else NA
  figures$favourable <- if (n > 0) mean(x >= k - 1) else NA
  figures$unfavourable <- if (n > 0) mean(x <= 2) else NA
  if (k == 9) {
    figures$ipras <- 2.35 + 1.5 * abs(5 - (figures$p30 + figures$p70) / 2)
  }
  figures$agreement_a <- agreement_a(counts)
  figures
}

weighted_percentile <- function(level, weight, size, p) {
  sorted <- order(level)
  level <- level[sorted]
  upto <- cumsum(weight[sorted])
  p <- p / 100
  if (quantile_type == 2) {
    low <- level[which(upto >= p - 1e-12)[1]]
    high <- level[which(upto >= p + 1e-12)[1]]
    return((low + high) / 2)
  }
  h <- if (quantile_type == 7) (size - 1) * p + 1 else min(max((size + 1) * p, 1), size)
  part <- pmax(0, pmin(upto, h / size) - pmax(c(0, upto[-length(upto)]), (h - 1) / size))
  sum(level * size * part)
}

equal_figures <- function(level, group) {
  kept <- !is.na(level) & !is.na(group)
  level <- level[kept]
  group <- group[kept]
  if (length(level) == 0) return(list(equal_groups = 0))
  n <- table(group)
  weight <- 1 / (length(n) * as.numeric(n[group]))
  size <- length(n)^2 / sum(1 / n)
  k <- levels_of_scale
  centre <- sum(weight * level)
  shares <- vapply(seq_len(k), function(i) sum(weight[level == i]), 0)
  used <- which(shares > 0)
  at <- function(p) weighted_percentile(used, shares[used], size, p)
  upto <- cumsum(shares)
  middle <- (which(upto >= 0.5 - 1e-12)[1] + which(upto >= 0.5 + 1e-12)[1]) / 2
  list(
    equal_groups = length(n), equal_mean = centre,
    equal_sd = if (size > 1) sqrt(sum(weight * (level - centre)^2) / (1 - 1 / size)) else NA,
    equal_median = at(50), equal_q1 = at(25), equal_q3 = at(75), equal_iqr = at(75) - at(25),
    equal_mean_absolute_deviation = sum(shares * abs(seq_len(k) - middle)),
    equal_favourable = sum(shares[(k - 1):k]), equal_unfavourable = sum(shares[1:2]),
    equal_agreement_a = agreement_a(ifelse(shares < 1e-12, 0, shares))
  )
}
`

/** The verdicts of a rule, as functions of R. */
export const RULE_IN_R = `ends_of <- function(f) {
  counts <- unlist(f[paste0("level_", seq_len(levels_of_scale))])
  base <- f$n + if (isTRUE(rule$withDontKnow)) f$dont_know else 0
  c(top = sum(tail(counts, rule$high)), bottom = sum(head(counts, rule$low)), n = f$n, base = base)
}

by_shares <- function(top, bottom, base) {
  enough <- function(count) count * 100 >= rule$atLeastPercent * base
  few <- function(count) count * 100 < rule$underPercent * base
  out <- if (is.null(rule$outAtMostPercent)) enough(bottom) & few(top) else
    top * 100 <= rule$outAtMostPercent * base
  ifelse(enough(top) & few(bottom), "in", ifelse(out, "out", "none"))
}

verdict_of <- function(f) {
  if (rule$kind == "shares") {
    e <- ends_of(f)
    return(unname(by_shares(e["top"], e["bottom"], e["base"])))
  }
  near <- if (rule$spread_kind == "iqr") f$iqr <= rule$spread_atMost + 1e-9 else
    f$p70 - f$p30 <= f$ipras + 1e-9
  if (!near) return("none")
  if (f$median >= rule$inFrom - 1e-9) return("in")
  if (f$median <= rule$outUpTo + 1e-9) "out" else "none"
}

deciding <- function(everyone, groups) {
  each <- if (rule$kind == "shares") rule$each else "everyone"
  parts <- c(if (each != "group") list(everyone), if (each != "everyone") groups)
  Filter(function(f) f$n >= fewest_answers, parts)
}

judge <- function(everyone, groups) {
  parts <- deciding(everyone, groups)
  verdicts <- unique(vapply(parts, verdict_of, ""))
  list(
    verdict = if (length(verdicts) == 1) verdicts else "none",
    too_few = if (everyone$n > 0 && length(parts) == 0) "yes" else "no"
  )
}

# The fewest changes by trying every division of the answers over the two ends and what is between them.
changes_of <- function(f, verdict) {
  e <- ends_of(f)
  n <- e[["n"]]
  tried <- expand.grid(top = 0:n, bottom = 0:n)
  tried <- tried[tried$top + tried$bottom <= n, ]
  other <- by_shares(tried$top, tried$bottom, e[["base"]]) != verdict
  if (!any(other)) return(NA)
  gains <- pmax(tried$top - e[["top"]], 0) + pmax(tried$bottom - e[["bottom"]], 0) +
    pmax(e[["top"]] + e[["bottom"]] - tried$top - tried$bottom, 0)
  min(gains[other])
}
`

/** The agreement over all indicators, as functions of R. */
export const OVER_ALL_IN_R = `alpha_of <- function(counts, distance) {
  counts <- counts[rowSums(counts) > 1, , drop = FALSE]
  total <- sum(counts)
  if (total < 2) return(NA)
  k <- ncol(counts)
  together <- matrix(0, k, k)
  for (i in seq_len(nrow(counts))) {
    u <- counts[i, ]
    together <- together + (outer(u, u) - diag(u, k)) / (sum(u) - 1)
  }
  each <- rowSums(together)
  d <- outer(seq_len(k), seq_len(k), Vectorize(function(a, b) distance(a, b, each)))
  expected <- sum((outer(each, each) - diag(each, k)) * d) / (total - 1)
  if (expected == 0) return(NA)
  1 - sum(together * d) / expected
}

nominal <- function(a, b, each) as.numeric(a != b)
ordinal <- function(a, b, each) {
  (sum(each[min(a, b):max(a, b)]) - (each[a] + each[b]) / 2)^2
}
interval <- function(a, b, each) (a - b)^2

kendall_of <- function(wide) {
  wide <- wide[, colSums(!is.na(wide)) > 0, drop = FALSE]
  wide <- wide[stats::complete.cases(wide), , drop = FALSE]
  m <- nrow(wide)
  k <- ncol(wide)
  if (m < 2 || k < 2) return(c(w = NA, n = m))
  ranks <- t(apply(wide, 1, rank))
  ties <- sum(apply(wide, 1, function(given) sum(table(given)^3 - table(given))))
  under <- m^2 * (k^3 - k) - m * ties
  c(w = if (under == 0) NA else 12 * sum((colSums(ranks) - m * (k + 1) / 2)^2) / under, n = m)
}
`

/** A row for each hand that was shown, beside the answers of people, and in none of the figures of agreement. */
const HANDS_IN_R = `hands <- read_table("hands")
hands <- hands[hands$counts == "yes" & number(hands$hands) > 0, ]
persons <- ratings
shown <- hands[rep(seq_len(nrow(hands)), number(hands$hands)), ]
shown$participant_id <- rep(NA_character_, nrow(shown))
shown$level <- as.integer(shown$level)
named <- c("round", "indicator", "criterion", "participant_id", "group", "answer", "level")
ratings <- rbind(ratings[named], shown[named])
`

/** The comparison with the tables beside the script; `withHands` where shows of hands are counted. */
export const wholeInR = (withHands: boolean, named = withHands ? 'persons' : 'ratings'): string =>
  `read_table <- function(name) {
  read.csv(file.path("data", paste0(name, ".csv")), encoding = "UTF-8", na.strings = "",
           check.names = FALSE, stringsAsFactors = FALSE, colClasses = "character")
}
number <- function(x) suppressWarnings(as.numeric(x))

ratings <- read_table("ratings")
asked <- read_table("asked")
ratings <- ratings[ratings$counts == "yes", ]
# One answer of a person to a question counts, or none: two in conflict count as missing.
key <- paste(ratings$round, ratings$indicator, ratings$criterion, ratings$participant_id)
stopifnot(!anyDuplicated(key))
ratings$level <- as.integer(ratings$level)
${withHands ? HANDS_IN_R : ''}place <- function(of) paste(of$round, of$indicator, of$criterion)
at <- split(seq_len(nrow(ratings)), factor(place(ratings), unique(place(asked))))
people <- asked[!is.na(asked$round), ]
has_groups <- any(!is.na(asked$group))

compared <- 0
differences <- character(0)
compare <- function(where, wanted, found) {
  for (name in intersect(names(found), names(wanted))) {
    a <- found[[name]]
    b <- wanted[[name]]
    if (is.null(a)) next
    same <- if (is.character(a)) identical(a, b) else {
      b <- number(b)
      (is.na(a) && is.na(b)) || (!is.na(a) && !is.na(b) && abs(a - b) < 1e-9 * max(1, abs(b)))
    }
    compared <<- compared + 1
    if (!isTRUE(same)) differences <<- c(differences, paste(where, name, "is", a, "here and", b))
  }
}

asked_by <- split(asked, place(asked))
results <- read_table("results")
by_group <- read_table("results_by_group")
groups_by <- split(by_group, place(by_group))
rated <- unique(ratings$round)
for (i in seq_len(nrow(results))) {
  wanted <- results[i, ]
  if (wanted$few_answers == "left out" || !(wanted$round %in% c(rated, results$round[1]))) next
  where <- place(wanted)
  of <- asked_by[[where]]
  mine <- ratings[at[[where]], ]
  everyone <- figures_of(mine$level, mine$answer, number(of$asked[is.na(of$group)]))
  groups <- list()
  for (j in which(!is.na(of$group))) {
    theirs <- mine[!is.na(mine$group) & mine$group == of$group[j], ]
    groups[[of$group[j]]] <- figures_of(theirs$level, theirs$answer, number(of$asked[j]))
  }
  if (has_groups && !is.null(rule)) {
    judged <- judge(everyone, groups)
    everyone <- c(everyone, judged)
    if (rule$kind == "shares" && rule$each == "everyone" && everyone$n >= fewest_answers) {
      everyone$changes_to_flip <- changes_of(everyone, judged$verdict)
    }
  }
  if (has_groups && !is.na(wanted$equal_groups)) {
    everyone <- c(everyone, equal_figures(mine$level, mine$group))
  }
  compare(where, wanted, everyone)
  told <- groups_by[[where]]
  for (j in seq_len(NROW(told))) {
    if (told$few_answers[j] == "left out") next
    f <- groups[[told$group[j]]]
    if (is.null(f)) next
    if (!is.null(rule)) {
      alone <- Filter(function(part) part$n >= fewest_answers, list(f))
      f$verdict <- if (length(alone) == 1) verdict_of(f) else "none"
    }
    compare(paste(where, told$group[j]), told[j, ], f)
  }
}

agreement <- read_table("agreement")
chosen <- results_round
for (criterion in agreement$criterion) {
  wanted <- agreement[agreement$criterion == criterion, ]
  if (is.na(wanted$answers)) next
  mine <- ${named}[${named}$criterion == criterion & ${named}$round == chosen & !is.na(${named}$level), ]
  if (nrow(mine) == 0) next
  counts <- unclass(table(mine$indicator, factor(mine$level, seq_len(levels_of_scale))))
  wide <- tapply(mine$level, list(mine$participant_id, mine$indicator), function(x) x[1])
  w <- kendall_of(wide)
  compare(criterion, wanted, list(
    alpha_nominal = alpha_of(counts, nominal), alpha_ordinal = alpha_of(counts, ordinal),
    alpha_interval = alpha_of(counts, interval), kendall_w = w[["w"]], kendall_n = w[["n"]]
  ))
}
`

/** The end of the script: what differs, or that nothing does. */
export const END_IN_R = `if (length(differences) > 0) {
  cat(head(differences, 20), sep = "\\n")
  cat(length(differences), "of", compared, "figures differ.\\n")
  quit(status = 1)
}
cat("All", compared, "figures agree.\\n")
`
