import { expect, test } from 'vitest'
import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import { drawDegrees } from '../../server/diagnosis/null/degree-draws.ts'
import { degreeFieldOf, groupFacts, testGroup } from '../../server/diagnosis/rules/closed-groups.ts'
import { mean } from '../../server/diagnosis/statistics/interval.ts'
import { expectedLeaving, proposeOpenings } from '../../server/diagnosis/what-if.ts'
import { graphOf } from '../../server/network/graph.ts'
import { healthy, worldOf } from './worlds.ts'

const planted = { kind: 'club', members: 6, density: 0.9, outside: 0.3, hidden: false } as const
const { network } = worldOf({ ...healthy, planted }, 'what-if')
const subject = caseOfNetwork(network)
const club = subject.groups.findIndex(({ id }) => id === 'club')

function clubTest(current = subject) {
  const field = degreeFieldOf(current)
  const facts = groupFacts(current, field)[club]
  if (!facts) throw new Error('no club')
  return testGroup(facts, club, drawDegrees(field, 6_000, 'what-if'), Infinity)
}

const before = clubTest()
const proposal = proposeOpenings(subject, before, 0.5)

test('ties are proposed one after the other until the ratio passes the floor, at most three', () => {
  const ratios = proposal.ties.map(({ ratio }) => ratio)
  expect(ratios.length).toBeGreaterThan(0)
  expect(ratios.length).toBeLessThanOrEqual(3)
  expect(proposal.lifted).toBe((ratios.at(-1) ?? 0) > 0.5)
  expect(ratios.slice(0, -1).every((ratio) => ratio <= 0.5)).toBe(true)
})

test('the announced ratio is what new draws on the network with the ties give, within 3 %', () => {
  const indexOf = new Map(network.actors.map((name, node) => [name, node]))
  const added = proposal.ties.map(({ from, to }) => [indexOf.get(from) ?? -1, indexOf.get(to) ?? -1] as const)
  const graph = graphOf({
    directed: false,
    nodeCount: subject.declared.graph.nodeCount,
    sources: [...subject.declared.graph.sources, ...added.map(([u]) => u)],
    targets: [...subject.declared.graph.targets, ...added.map(([, v]) => v)],
  })
  const after = clubTest(caseOfNetwork({ ...network, graph }))
  expect(after.facts.leaving).toBe(before.facts.leaving + added.length)
  const announced = proposal.ties.at(-1)?.ratio ?? 0
  expect(Math.abs(announced / (after.facts.leaving / after.opening.expected) - 1)).toBeLessThan(0.03)
  expect(
    Math.abs(
      expectedLeaving(subject.declared.graph, graph, before.facts.group.members, before.opening.expected) /
        after.opening.expected -
        1,
    ),
  ).toBeLessThan(0.03)
  expect(mean([before.opening.expected])).toBeLessThan(after.opening.expected)
})

test('nobody is asked twice, and an introducer knows both', () => {
  const asked = proposal.ties.flatMap(({ from, to }) => [from, to])
  expect(new Set(asked).size).toBe(asked.length)
  const tied = (a: string, b: string) => {
    const [u, v] = [network.actors.indexOf(a), network.actors.indexOf(b)]
    return subject.declared.graph.sources.some((s, e) => {
      const t = subject.declared.graph.targets[e]
      return (s === u && t === v) || (s === v && t === u)
    })
  }
  for (const { from, to, introducer } of proposal.ties) {
    expect(tied(from, to)).toBe(false)
    // Those proposed before count as known by then; none of them is an introducer here.
    if (introducer !== null) expect(tied(from, introducer) && tied(introducer, to)).toBe(true)
  }
})
