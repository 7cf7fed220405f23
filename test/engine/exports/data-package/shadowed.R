# Prints every name that a script gives a value, a loop or an argument, and that R's own packages have too.
own <- unlist(lapply(c("base", "stats", "utils", "graphics", "grDevices", "methods", "datasets"),
                     function(package) getNamespaceExports(package)))
own <- c(own, ls(baseenv(), all.names = TRUE))
given <- function(code) {
  if (!is.call(code)) return(character(0))
  what <- as.character(code[[1]])[1]
  named <- character(0)
  if (what %in% c("<-", "<<-", "=", "for") && is.name(code[[2]])) named <- as.character(code[[2]])
  if (what == "function") named <- c(named, names(code[[2]]))
  parts <- Filter(function(part) !missing(part), as.list(code))
  c(named, unlist(lapply(parts, given)))
}
for (file in commandArgs(trailingOnly = TRUE)) {
  names_given <- unlist(lapply(as.list(parse(file, encoding = "UTF-8")), given))
  shadowed <- sort(intersect(names_given, own))
  if (length(shadowed) > 0) cat(file, shadowed, "\n")
}
