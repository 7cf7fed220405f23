import type { ChosenFile, WorkbookHost } from '../../shared/host.ts'

/** The world outside the page, with what only a page can hand over. */
export interface PageHost extends WorkbookHost {
  /** Takes a file that was dropped on the page. Rejects with words for people if it is no file. */
  readonly takeDropped: (file: File) => Promise<ChosenFile>
  /** Takes the files that were dropped on the page, and the packages in each folder that was. */
  readonly takeDroppedPackages: (dropped: DataTransfer) => Promise<readonly ChosenFile[]>
}
