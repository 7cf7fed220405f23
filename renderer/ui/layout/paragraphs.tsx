/** A text that somebody wrote, a paragraph for each part between empty lines. */
export function Paragraphs({ text }: { readonly text: string }) {
  const parts = text.split(/\n\s*\n/).filter(part => part.trim() !== '')
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may be the same, and their order is fixed
    <p key={place} style={{ whiteSpace: 'pre-line' }} dir="auto">
      {part.trim()}
    </p>
  ))
}
