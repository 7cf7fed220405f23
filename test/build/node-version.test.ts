import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'

/** Runs the check on a Node that calls itself this version. */
function checkOn(version: string) {
  const script = `
    Object.defineProperty(process, 'versions', { value: { node: '${version}' } })
    require(${JSON.stringify(projectPath('build/node-version.cjs'))})
    console.log('goes on')
  `
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
}

describe('the check of the version of Node', () => {
  it.each(['18.19.0', '20.20.2', '22.12.0'])('stops Node %s with what to do, in words', version => {
    const { status, stdout, stderr } = checkOn(version)
    expect(stdout).toBe('')
    expect(stderr).toBe(
      `Framework Workbook needs Node 24 or later, and this is Node ${version}. ` +
        'Run "npm ci" first, then start it with npm: that brings the right Node.\n',
    )
    expect(status).toBe(1)
  })

  it.each(['24.0.0', '26.1.0'])('lets Node %s go on', version => {
    expect(checkOn(version)).toMatchObject({ status: 0, stdout: 'goes on\n', stderr: '' })
  })

  it('has Node keep what it makes of the sources, beside what is built', () => {
    const script = `
      require(${JSON.stringify(projectPath('build/node-version.cjs'))})
      console.log(require('node:module').getCompileCacheDir())
    `
    // The tests have a place of their own for it.
    const { NODE_COMPILE_CACHE: _, ...env } = process.env
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env })
    expect(stdout).toContain(projectPath('dist/node/.compiled'))
  })
})
