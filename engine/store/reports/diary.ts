import type { ResolvedBy } from '../../../shared/model/conflict.ts'
import type { Sequence } from '../../../shared/model/protocol.ts'
import type { ReadableStore } from '../store.ts'

type Nothing = Record<string, never>

/** A record by when and on which device it was made. */
interface Made {
  readonly id: string
  readonly at: string
  readonly device: string
}

const all = <Row>(store: ReadableStore, sql: string): readonly Row[] =>
  store.prepare<Nothing, Row>(sql).all({})

/** The installations that wrote records: set up, or copied from a file that was already there. */
export const getSetUpRows = (store: ReadableStore) =>
  all<Made & { readonly reason: 'created' | 'copied' }>(
    store,
    'SELECT id, since AS at, id AS device, reason FROM device ORDER BY id',
  )

/** The first record about each workshop, with its present title. */
export const getWorkshopRows = (store: ReadableStore) =>
  all<Made & { readonly title: string }>(
    store,
    `SELECT r.id, r.recorded_at AS at, r.device, w.title FROM workshop_record AS r
     JOIN workshop AS w ON w.workshop = r.id ORDER BY r.id`,
  )

/** Each decision that two participants are one person, or are not after all. */
export const getLinkRows = (store: ReadableStore) =>
  all<Made & { readonly linked: number }>(
    store,
    `SELECT id, recorded_at AS at, device, linked FROM participant_link ORDER BY id`,
  )

/** A resolution of a conflict; `takesBack` is 1 where it takes back others. */
export interface ResolutionRow extends Made {
  readonly rule: ResolvedBy
  readonly takesBack: number
}

/** Every resolution, those taken back included. */
export const getResolutionRows = (store: ReadableStore) =>
  all<ResolutionRow>(
    store,
    `SELECT id, recorded_at AS at, device, rule, chosen IS NULL AS takesBack
     FROM settlement ORDER BY id`,
  )

/** The people who withdrew, by when they did; never which. */
export const getWithdrawalRows = (store: ReadableStore) =>
  all<Made & { readonly count: number }>(
    store,
    `SELECT min(id) AS id, recorded_at AS at, device, count(DISTINCT participant) AS count
     FROM withdrawal GROUP BY recorded_at, device ORDER BY 1`,
  )

/** The first loading of each framework version. */
export const getLoadingRows = (store: ReadableStore) =>
  all<Made & { readonly title: string; readonly indicators: number }>(
    store,
    `SELECT hash AS id, loaded_at AS at, device, title,
       (SELECT count(*) FROM indicator WHERE framework = hash) AS indicators
     FROM framework ORDER BY loaded_at, hash`,
  )

/** Each choice of the framework version in use. */
export const getChoiceRows = (store: ReadableStore) =>
  all<Made & { readonly title: string | null; readonly framework: string; readonly aside: number }>(
    store,
    `SELECT c.id, c.recorded_at AS at, c.device, c.framework, f.title,
       json_array_length(c.aside) AS aside
     FROM framework_choice_record AS c LEFT JOIN framework AS f ON f.hash = c.framework ORDER BY c.id`,
  )

/** Each change of a rule of the study. */
export const getRuleRows = (store: ReadableStore) =>
  all<
    Made & {
      readonly title: string
      readonly version: number
      readonly retired: number
      readonly isFirst: number
    }
  >(
    store,
    `SELECT id, recorded_at AS at, device, definition ->> 'title' AS title,
       definition ->> 'version' AS version, retired, id = rule AS isFirst
     FROM rule_record ORDER BY id`,
  )

/** Each plan of a workshop, with the workshop's present title; null where this workbook does not know it. */
export const getPlanRows = (store: ReadableStore) =>
  all<Made & { readonly title: string | null; readonly laptops: number; readonly people: number }>(
    store,
    `SELECT p.id, p.recorded_at AS at, p.device, w.title, json_array_length(p.laptops) AS laptops,
       (SELECT coalesce(sum(value), 0) FROM json_each(p.targets)) AS people
     FROM workshop_plan_record AS p LEFT JOIN workshop AS w ON w.workshop = p.workshop ORDER BY p.id`,
  )

/** Each record of what a workshop asks: of a group (`people`), or in which order; with the workshop's present title. */
export const getProtocolRows = (store: ReadableStore) =>
  all<
    Made & {
      readonly title: string | null
      readonly people: string | null
      readonly indicators: number | null
      readonly sequence: Sequence | null
    }
  >(
    store,
    `SELECT r.id, r.recorded_at AS at, r.device, w.title, r.stakeholder_group AS people,
       json_array_length(r.indicators) AS indicators, NULL AS sequence
     FROM group_indicators_record AS r LEFT JOIN workshop AS w ON w.workshop = r.workshop
     UNION ALL SELECT p.id, p.recorded_at, p.device, w.title, NULL, NULL, p.sequence
     FROM workshop_protocol_record AS p LEFT JOIN workshop AS w ON w.workshop = p.workshop ORDER BY 1`,
  )

/** The steps in the life of a round of a workshop. */
export type RoundStep = 'opened' | 'opening taken back' | 'closed' | 'opened again'

/** Each opening and closing of a round, with the workshop's present title. */
export const getRoundRows = (store: ReadableStore) =>
  all<
    Made & {
      readonly title: string | null
      readonly round: number
      readonly step: RoundStep
      readonly indicators: number | null
    }
  >(
    store,
    `SELECT r.id, r.recorded_at AS at, r.device, w.title, r.round,
       iif(r.taken_back, 'opening taken back', 'opened') AS step,
       json_array_length(r.indicators) AS indicators
     FROM round_record AS r LEFT JOIN workshop AS w ON w.workshop = r.workshop
     UNION ALL SELECT s.id, s.recorded_at, s.device, w.title, s.round,
       iif(s.closed, 'closed', 'opened again'), NULL
     FROM round_state AS s LEFT JOIN workshop AS w ON w.workshop = s.workshop ORDER BY 1`,
  )
