// Reads Vitest's JSON report: every engine must have passed the same contract, nothing may have been skipped.
'use strict'
const { readFileSync } = require('node:fs')

const [, , report, exitCode] = process.argv
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
const lost = [`${numFailedTests} failed`]
let failed = numFailedTests

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

fail(numPendingTests, `${numPendingTests} skipped that should have run`)
fail(counts.length === 3 && new Set(counts).size === 1 ? 0 : 1, 'the engines did not pass the same contract')
const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
fail(broken.length, `${broken.length} files could not be run`)
if (failed === 0 && exitCode !== '0') fail(1, 'the test command failed')

if (failed > 0) console.log(lost.join(', '))
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(failed > 0 || numPassedTests === 0 ? 1 : 0)
