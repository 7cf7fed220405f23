import type { ChosenFile, WorkbookHost } from '../../shared/host.ts'

/** The world outside the page, with what only a page can hand over. */
export interface PageHost extends WorkbookHost {
  /** Takes a file that was dropped on the page; null where the front cannot. */
  readonly takeDropped: ((file: File) => Promise<ChosenFile>) | null
}
