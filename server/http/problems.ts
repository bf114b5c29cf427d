import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { invalidRequest } from '../answer/faults.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import type { ProblemWire } from '../wire/problem.ts'

/** What each refusal is called in HTTP. */
export const statuses: Readonly<Record<ProblemCode | 'internal', number>> = {
  unknown_territory: 404,
  existing_territory: 409,
  unknown_revision: 404,
  revision_conflict: 409,
  reused_key: 409,
  refused_changes: 422,
  undo_conflict: 409,
  unknown_places: 422,
  irreversible: 409,
  unknown_wave: 404,
  unknown_actor: 404,
  unknown_seminar: 404,
  unknown_scenario: 404,
  unknown_view: 404,
  unknown_story: 404,
  unknown_seat: 404,
  too_many_people: 422,
  no_wave: 404,
  same_wave: 400,
  backwards: 400,
  one_wave: 404,
  unknown_word: 400,
  unknown_measure: 400,
  unknown_column: 400,
  unknown_job: 404,
  network_too_large: 422,
  unknown_file: 404,
  store_unavailable: 503,
  store_locked: 503,
  store_newer: 503,
  store_corrupt: 503,
  store_log_foreign: 503,
  overloaded: 503,
  register_unavailable: 503,
  invalid_request: 400,
  invalid_json: 400,
  body_too_large: 413,
  unsupported_media_type: 415,
  unknown_route: 404,
  foreign_origin: 403,
  internal: 500,
}

/** Every refusal leaves as RFC 9457 problem details; a defect is logged whole and shown as `internal`. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Nobody is left to hear it: what was stopped for that is no defect.
  if (reply.raw.destroyed) return reply.send()
  const problem = problemOf(error, request)
  if (problem) return sendProblem(reply, problem)
  request.log.error({ err: error }, 'defect')
  return send(reply, 'internal', { request: request.id })
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (statuses[problem.code] === 503) reply.header('retry-after', '2')
  // Whoever looks after the server must hear of it, and not where the file is, which may name a person.
  if (problem.code.startsWith('store_')) {
    const { reason = null } = problem.details as { reason?: string }
    reply.log.error({ code: problem.code, reason }, 'the store does not serve')
  }
  return send(reply, problem.code, problem.details)
}

/** The same for an answer that has begun. */
export function problemTold(error: unknown, request: FastifyRequest): ProblemWire {
  const problem = problemOf(error as FastifyError, request)
  if (problem) return wireOf(problem.code, problem.details)
  request.log.error({ err: error }, 'defect')
  return wireOf('internal', { request: request.id })
}

function wireOf(code: keyof typeof statuses, details: object): ProblemWire {
  return {
    type: `urn:maillage:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status: statuses[code],
    code,
    details: JSON.parse(JSON.stringify(details)),
  }
}

function send(reply: FastifyReply, code: keyof typeof statuses, details: object): FastifyReply {
  const status = statuses[code]
  const body = wireOf(code, details)
  // Without the response schema of the route, which is that of a success.
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .removeHeader('etag')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body)
}

/** The refusal an error stands for; null for a defect. */
function problemOf(error: FastifyError, request: FastifyRequest): Problem | null {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'request')
    return invalidRequest(
      error.validation.map(({ keyword, instancePath, message = '', params }) => {
        const path = [part, ...instancePath.split('/').filter((step) => step !== '')]
        return { ...params, path, code: keyword, message }
      }),
    )
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body_too_large', { limit: request.routeOptions.bodyLimit })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported_media_type', {
        got: request.headers['content-type'] ?? '',
        expected: 'application/json',
      })
  }
  if (error.statusCode === undefined || error.statusCode >= 500) return null
  return new Problem('invalid_request', {
    faults: [{ place: 'request', code: error.code, message: error.message }],
    total: 1,
  })
}
