/** The place and the time at which something was run. */
export interface Circumstances {
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly since: number
}

const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g
const SECOND = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g
const MINUTE = /\d{4}-\d\d-\d\d \d\d:\d\d(?!:)/g
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The printed text without what no two runs share; everything else is compared as it is. This is the
 * one place that says what that is:
 *
 * - The folder, because each run has one of its own.
 * - Moments of the run, by the laptop's clock, to the millisecond, second or minute, and the day on which
 *   a confirmation says that something was done, because time passes; moments that the version before recorded stay.
 * - Ids that were made during the run (UUIDv7 tell when), because they are random; each stays told from
 *   the others by a number, in the order in which they are printed.
 * - The syllable of the laptop in the stored codes of people who joined during the run: it follows from such an id.
 * - The size and the format number of a workbook, because a step that is added to the schema changes both
 *   on purpose: `schema.test.ts` is about them.
 */
export function steady(text: string, { folder, since }: Circumstances): string {
  /** Tests whether a time that was cut off to a multiple of so many milliseconds may be one of this run. */
  const isWithin = (time: number, length: number): boolean =>
    time + length > since && time <= Date.now()
  const isOfThisRun = (time: number): boolean => isWithin(time, 1)
  const ids = new Map<string, string>()
  const numbered = (id: string): string => {
    const known = ids.get(id) ?? `<new id ${ids.size + 1}>`
    ids.set(id, known)
    return known
  }
  return text
    .replaceAll(folder, '<folder>')
    .replace(MOMENT, moment => (isOfThisRun(Date.parse(moment)) ? '<now>' : moment))
    .replace(SECOND, second => (isWithin(Date.parse(second), 1000) ? '<now>' : second))
    .replace(MINUTE, minute =>
      isWithin(Date.parse(`${minute.replace(' ', 'T')}:00.000Z`), 60_000) ? '<now>' : minute,
    )
    .replace(/(?<=done on )\d{4}-\d\d-\d\d/g, day =>
      isWithin(Date.parse(day), 86_400_000) ? '<today>' : day,
    )
    .replace(UUID, id => (isOfThisRun(timeOf(id)) ? numbered(id) : id))
    .replace(/"code":"[A-Z]{3}-(?=\d+","stakeholder_group")/g, '"code":"<laptop>-')
    .replace(/"formatVersion": \d+/g, '"formatVersion": "<of the schema>"')
    .replace(/"bytes": (\d+)/g, (all, bytes) =>
      Number(bytes) % 4096 === 0 ? '"bytes": "<whole pages>"' : all,
    )
    .replace(
      /(^scale .* bytes\n.*?)(\d+)$/gm,
      (_all, start, bytes) => start + '#'.repeat(bytes.length),
    )
}

/** The first 48 bits of a UUIDv7 are the time at which it was made. */
const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)
