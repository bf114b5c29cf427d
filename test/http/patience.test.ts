import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { streamed } from '../../server/http/jobs.ts'
import type { Patience } from '../../server/http/patience.ts'
import { Jobs } from '../../server/work/jobs.ts'
import { ties } from '../network/draw.ts'
import { serving } from './serving.ts'

async function listening(patience: Partial<Patience>, prepare: (app: FastifyInstance) => void = () => {}) {
  const server = await serving({ t: ties('a-b b-c') }, { patience })
  prepare(server.app)
  const port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port)
  const open = async (said: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(said)
    return socket
  }
  return { server, port, open, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const head = (method: string, path: string) => `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n`
const told = async (socket: Socket) => {
  let text = ''
  for await (const chunk of socket) text += chunk
  return text
}

test('who says nothing, half a header or half a body is hung up on, and others are served', async () => {
  await using served = await listening({ headersMs: 200, requestMs: 400 })
  const silent = await served.open('')
  const header = await served.open('GET /api/health HTTP/1.1\r\nhost: 127')
  const body = await served.open(
    `${head('POST', '/api/territories/t/undo')}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"key":`,
  )
  expect(await told(silent)).toMatch(/^(HTTP\/1.1 408|$)/)
  expect(await told(header)).toMatch(/^HTTP\/1.1 408/)
  expect(await told(body)).toMatch(/^HTTP\/1.1 408/)
  const url = `http://127.0.0.1:${served.port}/api/health`
  expect((await fetch(url)).status).toBe(200)
})

test('a stream of events outlives the time that requests and answers have', async () => {
  await using jobs = new Jobs()
  const job = jobs.start('waits', async (tell, signal) => {
    tell.progress(0.5, null)
    await once(signal, 'abort')
  })
  await using served = await listening({ headersMs: 100, requestMs: 100, answerMs: 100 }, (app) =>
    app.get('/slow-events', (_, reply) => streamed(reply, job)),
  )
  const socket = await served.open(`${head('GET', '/slow-events')}\r\n`)
  await setTimeout(600)
  expect(socket.readyState).toBe('open')
  socket.destroy()
})

test('an answer that nobody takes is not kept for ever', async () => {
  const large = 'x'.repeat(50_000_000)
  await using served = await listening({ answerMs: 300 }, (app) => app.get('/large', async () => large))
  const socket = await served.open(`${head('GET', '/large')}\r\n`)
  socket.pause()
  await expect.poll(() => connections(served), { timeout: 10_000 }).toBe(1)
  await expect.poll(() => connections(served), { timeout: 10_000 }).toBe(0)
  socket.destroy()
})

test('connections beyond the most are closed at once', async () => {
  await using served = await listening({ connections: 2 })
  const kept = [await served.open(''), await served.open('')]
  const beyond = await served.open('')
  expect(await told(beyond)).toBe('')
  for (const socket of kept) socket.destroy()
})

test('no client holds up a server that is told to stop', async () => {
  const large = 'x'.repeat(50_000_000)
  const served = await listening({ partingMs: 100 }, (app) => app.get('/large', async () => large))
  const asked = `${head('GET', '/api/health')}\r\n`
  const undo = `${head('POST', '/api/territories/t/undo')}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`
  const said = ['', 'GET /api/he', asked, `${asked}GET /api/he`, undo, `${head('GET', '/large')}\r\n`]
  const sockets = await Promise.all(said.map(served.open))
  await expect.poll(() => connections(served)).toBe(said.length)
  // It would wait for each of them: until they are hung up on, ten minutes.
  await served[Symbol.asyncDispose]()
  for (const socket of sockets) socket.destroy()
})

type Served = Awaited<ReturnType<typeof listening>>

async function connections({ server }: Served): Promise<number> {
  return new Promise((resolve) => server.app.server.getConnections((_, count) => resolve(count)))
}
