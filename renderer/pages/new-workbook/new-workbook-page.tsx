export function NewWorkbookPage() {
  return null
}
