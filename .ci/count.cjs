// Reads Vitest's JSON reports: every engine must have passed the same contract, nothing may have been skipped.
'use strict'
const { readFileSync } = require('node:fs')

const [, , exitCode, ...files] = process.argv
const reports = files.map((file) => JSON.parse(readFileSync(file, 'utf8')))
const total = (count) => reports.reduce((sum, report) => sum + report[count], 0)
const passed = total('numPassedTests')
const testResults = reports.flatMap((report) => report.testResults)
let failed = total('numFailedTests')
const lost = [`${failed} failed`]

function fail(count, why) {
  if (count === 0) return
  failed += count
  lost.push(why)
}

const promise = / keeps the promise of a store$/
const engines = {}
for (const { assertionResults } of testResults) {
  for (const { ancestorTitles, status } of assertionResults) {
    const at = ancestorTitles.findIndex((title) => promise.test(title))
    if (at < 0) continue
    const engine = ancestorTitles
      .slice(0, at + 1)
      .join(' ')
      .replace(promise, '')
    engines[engine] = (engines[engine] || 0) + (status === 'passed')
  }
}
const counts = Object.values(engines)
console.log('Contract cases passed:', engines)

const pending = total('numPendingTests')
fail(pending, `${pending} skipped that should have run`)
fail(counts.length === 3 && new Set(counts).size === 1 ? 0 : 1, 'the engines did not pass the same contract')
const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
fail(broken.length, `${broken.length} files could not be run`)
if (failed === 0 && exitCode !== '0') fail(1, 'the test command failed')

if (failed > 0) console.log(lost.join(', '))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
