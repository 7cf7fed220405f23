import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandLine } from '../../cli/command-line.ts'
import { completionScript, SHELLS } from '../../cli/completion.ts'
import { manualPage } from '../../cli/manual.ts'
import { showProgress } from '../../cli/progress.ts'
import { isInstalled } from '../helpers/programs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const program = await commandLine()

describe('the scripts that complete commands', () => {
  it.each(SHELLS)('have every command and every option, for %s', shell => {
    const script = completionScript(program, shell)
    for (const command of program.commands) {
      expect(script).toContain(command.name())
      for (const { long } of command.options) {
        const name = shell === 'fish' ? `-l ${long?.slice(2)} ` : long
        expect(script, `${command.name()} ${long}`).toContain(name)
      }
    }
  })

  it.skipIf(!isInstalled('bash'))('complete in a real bash what was begun', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('completion.bash'), completionScript(program, 'bash'))
    writeFileSync(folder.file('study one.sqlite'), '')
    const complete = (...words: readonly string[]) =>
      execFileSync(
        'bash',
        [
          '-euc',
          `source ./completion.bash
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _workbook || true
          printf '%s\\n' "\${COMPREPLY[@]}"`,
          'bash',
          'workbook',
          ...words,
        ],
        { cwd: folder.path, encoding: 'utf8' },
      )
        .split('\n')
        .filter(line => line !== '')
    expect(complete('ver')).toEqual(['verify'])
    expect(complete('conf')).toEqual(['conflicts'])
    expect(complete('info', 'stu')).toEqual(['study one.sqlite'])
    expect(complete('merge', 'b', '--pre')).toEqual(['--preview'])
    expect(complete('export', 'b', '--release', 'r')).toEqual(['research', 'rows'])
    expect(complete('completion', 'z')).toEqual(['zsh'])
  })

  it.skipIf(!isInstalled('zsh'))('are read by a real zsh', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('_workbook'), completionScript(program, 'zsh'))
    execFileSync('zsh', ['-n', folder.file('_workbook')])
  })

  it.skipIf(!isInstalled('fish'))('complete in a real fish what was begun', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('workbook.fish'), completionScript(program, 'fish'))
    const complete = (line: string) =>
      execFileSync('fish', ['-c', 'source workbook.fish; complete -C "$argv[1]"', line], {
        cwd: folder.path,
        encoding: 'utf8',
        env: { ...process.env, HOME: folder.path },
      })
        .split('\n')
        .flatMap(found => found.split('\t')[0] || [])
    expect(complete('workbook ver')).toEqual(['verify'])
    expect(complete('workbook support-report --lib')).toEqual(['--library'])
    expect(complete('workbook export b --release r')).toEqual(['research', 'rows'])
    expect(complete('workbook completion z')).toEqual(['zsh'])
  })
})

describe('the manual page', () => {
  it('has every command, argument and option, and no line that man takes for a sign', () => {
    const page = manualPage(program)
    const words = page.replaceAll('\\-', '-')
    for (const command of program.commands) {
      expect(words).toContain(`.SS ${command.name()}`)
      for (const { flags } of command.options) expect(words).toContain(flags)
    }
    const signs = page.split('\n').filter(line => /^[.'](?!(TH|SH|SS|TP)\b)/.test(line))
    expect(signs).toEqual([])
  })

  it.skipIf(!isInstalled('man'))('is read by a real man', () => {
    using folder = tempFolder()
    writeFileSync(folder.file('workbook.1'), manualPage(program))
    const shown = execFileSync('man', [folder.file('workbook.1')], {
      encoding: 'utf8',
      env: { ...process.env, MANPAGER: 'cat', MANWIDTH: '80' },
    })
    expect(shown).toContain('COMMANDS')
  })
})

describe('progress', () => {
  const written = (isTTY: boolean): string => {
    const parts: string[] = []
    const write = (part: string | Uint8Array) => parts.push(String(part)) > 0
    const progress = showProgress({ isTTY, columns: 20, write })
    progress.show('1 of 2: spring.workbook, 40 records so far')
    progress.show('at once after it')
    progress.end()
    return parts.join('')
  }

  it('stands on one line of a terminal, which is empty at the end', () => {
    expect(written(true)).toBe('\r\u001b[K1 of 2: spring.work\r\u001b[K')
  })

  it('says nothing where no terminal reads it', () => {
    expect(written(false)).toBe('')
  })
})
