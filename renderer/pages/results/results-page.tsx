export function ResultsPage(_props: { readonly code: string | null }) {
  return null
}
