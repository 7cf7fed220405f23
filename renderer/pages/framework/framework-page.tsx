export function FrameworkPage(_props: { readonly code: string | null }) {
  return null
}
