import type { Library } from '../../../shared/model/workbook.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './unreadable-files.module.css'

interface UnreadableFilesProps {
  readonly files: Library['unreadable']
}

/** The files of the library folder that could not be read, each with what to do. */
export function UnreadableFiles({ files }: UnreadableFilesProps) {
  if (files.length === 0) return null
  return (
    <Notice
      tone="caution"
      heading={
        files.length === 1
          ? 'One file of the library could not be read'
          : `${files.length} files of the library could not be read`
      }
    >
      <ul className={styles.files}>
        {files.map(({ file, message }) => (
          <li key={file}>
            <strong>{file}</strong>
            <br />
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
