/** The place in a stack: a file of the program without the folders that it lies in, and the line. */
const FRAME =
  /^\s*at (?:async )?(?:(?<name>[\w.$<>]+(?: \[as \w+\])?) \()?.*?(?<file>[\w.-]+\.[cm]?[jt]sx?:\d+:\d+)\)?$/

/** A code of the system, of SQLite or of the contract. */
const CODE = /^[A-Z][A-Z0-9_]+$/

/**
 * Describes a fault of ours for a log: its kind, its code and where it came from. Its own words are left out, as they may
 * quote what somebody said, a name or a path.
 */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return `A fault of the kind ${typeof fault}.`
  const code = 'code' in fault && CODE.test(String(fault.code)) ? ` ${fault.code}` : ''
  const frames = stackOf(fault).flatMap(line => {
    const { name, file } = FRAME.exec(line)?.groups ?? {}
    return file === undefined ? [] : [`  at ${name ? `${name} ` : ''}${file}`]
  })
  return [`${nameOf(fault)}${code}`, ...frames].join('\n')
}

/** The lines of a stack after the words of the fault, which may themselves have several. */
function stackOf({ stack = '', message }: Error): readonly string[] {
  const after = stack.indexOf(message) + message.length
  return (stack.includes(message) ? stack.slice(after) : stack).split('\n').slice(1)
}

const nameOf = ({ name }: Error): string => (/^\w*Error$/.test(name) ? name : 'Error')
