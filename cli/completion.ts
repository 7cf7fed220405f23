import type { Command, Option } from 'commander'

/** The shells that complete commands. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** An option as a shell completes it. */
interface CompletedOption {
  readonly name: string
  readonly words: string
  /** The values to choose from; null where it takes none, empty where any file may follow. */
  readonly values: readonly string[] | null
}

interface CompletedCommand {
  readonly name: string
  readonly words: string
  readonly options: readonly CompletedOption[]
  /** The values of its first argument to choose from; empty where it is a file. */
  readonly values: readonly string[]
}

/** Writes the script that has a shell complete the commands, their options and the values to choose from. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(completed)
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const
  return scripts[shell](commands)
}

function completed(command: Command): CompletedCommand {
  const [first] = command.registeredArguments
  return {
    name: command.name(),
    words: command.description(),
    options: [
      ...command.options.map(completedOption),
      { name: '--help', words: 'say how to use it', values: null },
    ],
    values: first?.argChoices ?? [],
  }
}

function completedOption(option: Option): CompletedOption {
  const takesValue = option.required || option.optional
  return {
    name: option.long ?? option.flags,
    words: option.description,
    values: takesValue ? (option.argChoices ?? []) : null,
  }
}

/** A text as one word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const choosing = ({ values }: CompletedOption): boolean => values !== null && values.length > 0

function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const chosen = options
      .filter(choosing)
      .map(one => `      ${one.name}) words=${quoted((one.values ?? []).join(' '))} ;;`)
    const words = [...values, ...options.map(option => option.name)].join(' ')
    return [`    ${name})`, `      words=${quoted(words)}`, '      case "$before" in']
      .concat(chosen, ['      esac', '      ;;'])
      .join('\n')
  })
  return `# bash: eval "$(workbook completion bash)"
_workbook() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "\${words// /$IFS}" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _workbook workbook
`
}

/** A text within the brackets of a specification of zsh. */
const bracketed = (text: string): string => text.replaceAll(/[\\[\]:]/g, '\\$&')

function zshScript(commands: readonly CompletedCommand[]): string {
  const list = commands.map(({ name, words }) => `    ${quoted(`${name}:${words}`)}`)
  const cases = commands.map(({ name, options, values }) => {
    const specs = options.map(option => {
      const plain = `${option.name}[${bracketed(option.words)}]`
      if (option.values === null) return quoted(plain)
      return quoted(`${plain}:value:${valuesOfZsh(option.values)}`)
    })
    const all = [...specs, quoted(`*:file:${valuesOfZsh(values)}`)]
    return `    ${name}) _arguments ${all.join(' ')} ;;`
  })
  return `#compdef workbook
# zsh: save it as _workbook in a folder of $fpath, or eval "$(workbook completion zsh)" after compinit
_workbook() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _workbook workbook
`
}

const valuesOfZsh = (values: readonly string[]): string =>
  values.length === 0 ? '_files' : `(${values.join(' ')})`

function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, words, options, values }) => {
    const within = `complete -c workbook -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`
    return [
      `complete -c workbook -n __fish_use_subcommand -f -a ${name} -d ${quoted(words)}`,
      ...(values.length === 0 ? [] : [`${within} -f -a ${quoted(values.join(' '))}`]),
      ...options.map(option => {
        const line = `${within} -l ${option.name.slice(2)} -d ${quoted(option.words)}`
        if (option.values === null) return line
        return choosing(option) ? `${line} -xa ${quoted(option.values.join(' '))}` : `${line} -rF`
      }),
    ]
  })
  return `# fish: workbook completion fish > ~/.config/fish/completions/workbook.fish\n${lines.join('\n')}\n`
}
