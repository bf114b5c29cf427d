import { z } from 'zod'
import { Problem, type RequestFault } from '../problem.ts'

/** What a schema has to say against a part of a request. */
export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly code: string
  readonly message: string
}

/** Faults told of one request: the first show what is meant. */
const mostFaults = 50
const mostLetters = 300

/** The refusal of a request of the wrong shape. */
export function invalidRequest(issues: readonly Issue[]): Problem {
  const faults = issues.slice(0, mostFaults).flatMap(faultsOf)
  const told = faults
    .slice(0, mostFaults)
    .map(({ place, code, message }) => ({ place: cut(place), code, message: cut(message) }))
  return new Problem('invalid_request', { faults: told, total: Math.max(issues.length, faults.length) })
}

/** A place or a message names what was sent, which may be of any length. */
function cut(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}… (${text.length})` : text
}

/** The faults of one issue: where a value fits none of several shapes, those of the shape it comes closest to. */
function faultsOf({ path, ...issue }: Issue): RequestFault[] {
  const { errors } = shapesSchema.parse(issue)
  const [closest] = errors.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)
  if (issue.code !== 'invalid_union' || !closest) {
    return [{ place: path.map(String).join('.'), code: issue.code, message: issue.message }]
  }
  return closest.flatMap((inner) => faultsOf({ ...inner, path: [...path, ...inner.path] }))
}

const issueSchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
})
const shapesSchema = z.looseObject({ errors: z.array(z.array(issueSchema)).catch([]) })

function depthOf(issues: readonly z.infer<typeof issueSchema>[]): number {
  return issues.reduce((deepest, { path }) => Math.max(deepest, path.length), 0)
}
