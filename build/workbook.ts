import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build.ts'
import { projectPath } from './project.ts'

type CommandLineBundle = typeof import('../cli/main.ts')

// Only one command shows the page, and building it takes longer than all the others.
await buildIfStale(process.argv[2] === 'serve' ? ['renderer', 'node'] : ['node'])
const bundle = pathToFileURL(projectPath('dist/node/cli.mjs')).href
const { main }: CommandLineBundle = await import(bundle)
process.exitCode = await main(process.argv.slice(2))
