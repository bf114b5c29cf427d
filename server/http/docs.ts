import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { version } from '../config.ts'
import { problemSchema } from '../wire/problem.ts'

/** The contract of the API, written from the same schemas that check it. Register before the routes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Maillage',
        version,
        description:
          'Territories, their changes, the networks a perimeter makes of them, and measures. Refusals are RFC 9457 problem details with a stable `code`.',
      },
    },
    transform: withRefusals,
  })
  app.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'open' } }, async () => app.swagger())
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    // Swagger UI writes style attributes; its scripts all come from files.
    staticCSP:
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    uiConfig: { docExpansion: 'list', validatorUrl: null, layout: 'BaseLayout' },
    theme: { title: 'Maillage – API' },
  })
}

/** Every route refuses in the same way. */
const withRefusals: Transform = ({ schema, ...document }) => {
  const refusal = { description: 'A refusal', content: { 'application/problem+json': { schema: problemSchema } } }
  const response = { ...(schema?.response ?? {}), default: refusal }
  const described = jsonSchemaTransform({ ...document, schema: { ...schema, response } })
  // So that who may do what can be read from the contract.
  return { ...described, schema: { ...described.schema, 'x-access': document.route.config?.access } }
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>
