import { basename } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { PermittedFile } from '../engine/files/permits.ts'
import { round } from '../shared/model/rating.ts'
import {
  DEFAULT_QUANTILE,
  QUANTILE_DEFINITIONS,
  type QuantileDefinition,
} from '../shared/model/results.ts'
import { DEFAULT_RULE, RULE_NAMES } from '../shared/model/rules.ts'
import { scaleLength } from '../shared/model/scale.ts'
import { day, name } from '../shared/model/vocabulary.ts'
import { laptopName, workshopPlan } from '../shared/model/whole-study.ts'
import { facilitatorsNote, workshopDetails } from '../shared/model/workshop.ts'

/** Takes an option's text as a title: trimmed, not empty, at most 200 characters. */
export function title(text: string): string {
  return orRefuse(name.safeParse(text), 'Give a title of 1 to 200 characters.')
}

/** Takes an option's text as a day. */
export function date(text: string): string {
  return orRefuse(day.safeParse(text), 'Give a day as year-month-day, such as 2026-03-09.')
}

/** Takes an option's text as a venue, which may be empty. */
export function venue(text: string): string {
  const { venue } = workshopDetails.shape
  return orRefuse(venue.safeParse(text), 'Give a venue of at most 200 characters.')
}

/** Takes an option's text as a note of who facilitates, which may be empty. */
export function facilitators(text: string): string {
  return orRefuse(
    facilitatorsNote.safeParse(text),
    'Say who facilitates in at most 200 characters.',
  )
}

/** Takes an option's text as stakeholder groups, parted by semicolons. */
export function groups(text: string): string[] {
  const listed = text
    .split(';')
    .map(group => group.trim())
    .filter(group => group !== '')
  const { groups } = workshopDetails.shape
  const words = 'Give 1 to 30 different groups, parted by semicolons: "ADCS;Ofsted".'
  return orRefuse(groups.safeParse(listed), words)
}

/** Takes an option's text as the name of a laptop. */
export function laptopNameOption(text: string): string {
  return orRefuse(laptopName.safeParse(text), 'Give a name of 1 to 60 characters.')
}

/** Takes an option's text as the names of laptops, parted by semicolons. */
export function laptops(text: string): string[] {
  const listed = text
    .split(';')
    .map(one => one.trim())
    .filter(one => one !== '')
  const words = 'Give up to 60 different names of laptops, parted by semicolons: "Leeds 1;Leeds 2".'
  return orRefuse(workshopPlan.shape.laptops.safeParse(listed), words)
}

/** Takes an option's text as the people wanted of each group, such as `ADCS=10;Ofsted=5`. */
export function targets(text: string): Record<string, number> {
  const pairs = text
    .split(';')
    .filter(one => one.trim() !== '')
    .map(one => /^(.*)=\s*(\d+)\s*$/.exec(one))
  const words = 'Give how many people of each group are wanted: "ADCS=10;Ofsted=5".'
  const named = pairs.map(pair => [pair?.[1]?.trim() ?? '', Number(pair?.[2] ?? 0)])
  return orRefuse(workshopPlan.shape.targets.safeParse(Object.fromEntries(named)), words)
}

/** Takes an option's text as the number of levels of a scale. */
export function scale(text: string) {
  return orRefuse(scaleLength.safeParse(Number(text)), 'A scale has 3, 4, 5, 6, 7, 9 or 10 levels.')
}

/** Takes an option's text as rounds, parted by commas. */
export function roundList(text: string): number[] {
  const rounds = z.array(round).min(1).safeParse(text.split(',').map(Number))
  return orRefuse(rounds, 'Give rounds parted by commas, such as 1,2.')
}

/** Takes an option that may be given more than once. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

export function orRefuse<T>(
  parsed: { readonly success: true; readonly data: T } | { readonly success: false },
  words: string,
): T {
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError(words)
}

/** A file that was named on the command line, which is permission enough; known as it was typed. */
export function namedFile(path: string): PermittedFile {
  return { path, name: path }
}

/** A package that was named on the command line. A receipt keeps its name, and no path of this laptop. */
export function packageFile(path: string): PermittedFile {
  return { path, name: basename(path) }
}

/** Today, by this laptop's clock and in its time zone. */
export function today(): string {
  const now = new Date()
  const part = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}

/** The options that say how results are judged. */
export interface JudgingOptions {
  /** A rule of the program, or one of the study's own. */
  readonly rule: string
  readonly quantile: QuantileDefinition
}

/** `--rule`: one of the program's rules, or of the workbook's own. */
export const ruleOption = (): Option =>
  new Option(
    '--rule <name>',
    `the consensus rule that gives the verdicts: ${RULE_NAMES.join(', ')}, or one of the workbook’s own`,
  ).default(DEFAULT_RULE)

/** `--quantile`: one of the definitions of percentiles. */
export const quantileOption = (): Option =>
  new Option('--quantile <definition>', 'how medians and percentiles are computed')
    .choices(QUANTILE_DEFINITIONS)
    .default(DEFAULT_QUANTILE)
