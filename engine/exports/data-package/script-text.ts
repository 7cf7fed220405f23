/** Words filled into lines of at most this length; a longer word has a line of its own. */
export function fillLines(
  words: readonly string[],
  most: number,
  indent = '  ',
): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const word of words) {
    if (line !== indent && line.length + 1 + word.length > most) {
      lines.push(line)
      line = indent
    }
    line += line === indent ? word : ` ${word}`
  }
  return line === indent ? lines : [...lines, line]
}
