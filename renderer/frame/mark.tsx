/** The program's mark, as on its icon: a workbook with rows that are text and bars at once. */
export function Mark() {
  return (
    <svg width="32" height="32" viewBox="0 0 512 512" aria-hidden="true" focusable="false">
      <rect x="32" y="32" width="448" height="448" rx="96" fill="#0f7a86" />
      <path d="M128 32h32v448h-32a96 96 0 0 1-96-96V128a96 96 0 0 1 96-96Z" fill="#f5b335" />
      <g strokeWidth="60" strokeLinecap="round" fill="none">
        <path d="M240 160h128" stroke="#f7f4ec" />
        <path d="M240 256h160" stroke="#f5b335" />
        <path d="M240 352h64" stroke="#f7f4ec" />
      </g>
    </svg>
  )
}
