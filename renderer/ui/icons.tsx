import type { ReactNode } from 'react'

interface IconProps {
  /** Edge length in CSS pixels; 20 when left out. */
  readonly size?: number
}

/**
 * Every icon is decoration beside words, so it is hidden from screen readers. One that `turns` points the other way
 * where words run from the right.
 */
function drawn(shape: ReactNode, turns = false) {
  return function Icon({ size = 20 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        data-turns={turns ? '' : undefined}
      >
        {shape}
      </svg>
    )
  }
}

/** Back, or the one before. */
export const ArrowLeftIcon = drawn(<path d="M16 10H4.5M9 5l-5 5 5 5" />, true)
/** On, or the one after. */
export const ArrowRightIcon = drawn(<path d="M4 10h11.5M11 5l5 5-5 5" />, true)
/** Chosen, or done. */
export const CheckIcon = drawn(<path d="m4 10.5 4 4 8-9" />)
/** Opens a list below. */
export const ChevronDownIcon = drawn(<path d="m5 7.5 5 5 5-5" />)
/** Opens to show more; turned when open. */
export const ChevronRightIcon = drawn(<path d="m7.5 5 5 5-5 5" />, true)
/** Closes or clears. */
export const CloseIcon = drawn(<path d="m5 5 10 10M15 5 5 15" />)
/** Adds. */
export const PlusIcon = drawn(<path d="M10 4v12M4 10h12" />)
/** Looks for words. */
export const SearchIcon = drawn(
  <>
    <circle cx="8.5" cy="8.5" r="5" />
    <path d="m12.5 12.5 4 4" />
  </>,
)
/** A file to choose. */
export const FileIcon = drawn(
  <>
    <path d="M5 2.5h6.5L16 7v10.5H5z" />
    <path d="M11.5 2.5V7H16M8 11h5M8 14h5" />
  </>,
)
/** A folder to choose. */
export const FolderIcon = drawn(<path d="M2.5 4.5h5l2 2.5h8v9h-15z" />)
/** Puts on paper. */
export const PrintIcon = drawn(
  <>
    <path d="M6 7.5v-5h8v5M6 14.5H3v-7h14v7h-3" />
    <path d="M6 12h8v5.5H6z" />
  </>,
)
/** A file to take away. */
export const DownloadIcon = drawn(<path d="M10 3v9.5M5.5 8.5 10 13l4.5-4.5M3.5 17h13" />)
/** Participants and their workshops. */
export const PeopleIcon = drawn(
  <>
    <circle cx="7.5" cy="6.5" r="3" />
    <path d="M2 17c.4-3.2 2.6-5 5.5-5s5.1 1.8 5.5 5M13 3.8a3 3 0 0 1 0 5.4M14.8 12.4c1.8.7 2.9 2.3 3.2 4.6" />
  </>,
)
/** Something to know. */
export const InfoIcon = drawn(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 9v5M10 6.2v.1" />
  </>,
)
/** Something to take care over. */
export const CautionIcon = drawn(<path d="M10 2.8 18 17H2zM10 8v4.2M10 14.6v.1" />)
/** Something that went wrong. */
export const DangerIcon = drawn(
  <>
    <path d="M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9z" />
    <path d="M10 6.2v4.6M10 13.7v.1" />
  </>,
)
/** The keyboard and its shortcuts. */
export const KeyboardIcon = drawn(
  <>
    <rect x="1.5" y="5" width="17" height="10.5" rx="1.5" />
    <path d="M5 8.4h.1M8.3 8.4h.1M11.6 8.4h.1M15 8.4h.1M5.5 12.2h9" />
  </>,
)
/** Help to read. */
export const QuestionIcon = drawn(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.9-1.1 1.7M10 14.2v.1" />
  </>,
)
/** Settings of this laptop. */
export const SettingsIcon = drawn(
  <>
    <path d="M2.5 6h7.3M14.2 6h3.3M2.5 14h3.3M10.2 14h7.3" />
    <circle cx="12" cy="6" r="2.2" />
    <circle cx="8" cy="14" r="2.2" />
  </>,
)
/** A half-filled circle, for light and dark. */
export const AppearanceIcon = drawn(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
  </>,
)
/** Sorted upwards. */
export const SortUpIcon = drawn(<path d="M10 15.5v-11M5.5 9 10 4.5 14.5 9" />)
/** Sorted downwards. */
export const SortDownIcon = drawn(<path d="M10 4.5v11M5.5 11l4.5 4.5 4.5-4.5" />)
/** More that can be done. */
export const MoreIcon = drawn(<path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="3" />)
/** Takes back. */
export const UndoIcon = drawn(<path d="M7.5 4 4 7.5 7.5 11M4 7.5h8a4 4 0 0 1 0 8H8" />)
/** Tries again. */
export const RetryIcon = drawn(<path d="M16 10a6 6 0 1 1-1.9-4.4M16 3v3.6h-3.6" />)
/** The figures of a chart. */
export const TableIcon = drawn(<path d="M2.5 4h15v12h-15zM2.5 8h15M2.5 12h15M8 8v8" />)
/** The drawing of a chart. */
export const ChartIcon = drawn(
  <>
    <path d="M3 3v14h14" />
    <circle cx="8" cy="12" r="1.2" />
    <circle cx="12" cy="7.5" r="1.2" />
    <circle cx="15.5" cy="11" r="1.2" />
  </>,
)
/** Shut, until a facilitator opens it. */
export const LockIcon = drawn(
  <>
    <rect x="4" y="9" width="12" height="8.5" rx="1.5" />
    <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M10 12.3v2" />
  </>,
)
/** Pauses. */
export const PauseIcon = drawn(<path d="M7 4.5v11M13 4.5v11" strokeWidth="2.5" />)
/** Says something aloud. */
export const SpeakIcon = drawn(
  <path d="M3 8v4h3l4 3.5v-11L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15.3 5a7 7 0 0 1 0 10" />,
)
/** Takes the last character away. */
export const DeleteIcon = drawn(<path d="M7 4.5h11v11H7L2 10zM10 7.8l4.5 4.4M14.5 7.8 10 12.2" />)
