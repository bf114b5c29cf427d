import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'
import { pagePath } from '../wire/pages.ts'

/**
 * The pages, from the folder Vite built; null or missing: the API alone.
 *
 * Every view of the client is a URL, so a page nobody made a file of is the client's to show; one it does not know either
 * is not found, which the page says in words. Files named by their content are kept for good; the page that names them
 * is asked for again each time.
 */
export async function servePages(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(folder)
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders(reply, path) {
        const named = path.includes(`${sep}assets${sep}`)
        reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const [path = '/'] = request.url.split('?')
    const isView = request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/')
    if (built && isView) {
      reply
        .code(pagePath.test(path) ? 200 : 404)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
      return await readFile(join(folder, 'index.html'))
    }
    throw new Problem('unknown_route', { method: request.method, path })
  })
}
