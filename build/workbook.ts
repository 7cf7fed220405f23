import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build.ts'
import { projectPath } from './project.ts'

type CommandLineBundle = typeof import('../cli/main.ts')

await buildIfStale(['node'])
const bundle = pathToFileURL(projectPath('dist/node/cli.mjs')).href
const { main }: CommandLineBundle = await import(bundle)
process.exitCode = await main(process.argv.slice(2))
