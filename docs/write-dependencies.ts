import { writeFileSync } from 'node:fs'
import { dependenciesDocument } from './dependencies.ts'

writeFileSync(new URL('dependencies.md', import.meta.url), dependenciesDocument())
