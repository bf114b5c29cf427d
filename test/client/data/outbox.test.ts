import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { RequestError } from '../../../client/data/api.ts'
import { Outbox, type OutboxPorts, type Pending } from '../../../client/data/outbox.ts'
import { recordOfTerritory, type TerritoryRecord } from '../../../client/data/record.ts'
import { apply, type Change } from '../../../server/domain/change.ts'
import { type Actor, emptyTerritory, type Territory } from '../../../server/domain/territory.ts'

const named = (id: string, name: string, more: Partial<Actor> = {}): Change => ({
  put: 'actor',
  value: {
    ...{ id, name, type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false },
    ...more,
  } as Actor,
})

describe('what a page changes', () => {
  test('is shown at once and sent in its order', async () => {
    const server = new Server()
    const { outbox, page } = server.page()
    expect(outbox.commit([named('a', 'Aciéries')])).toEqual([])
    expect(outbox.commit([named('b', 'Brasserie')])).toEqual([])
    expect(page.names()).toEqual(['Aciéries', 'Brasserie'])
    await settled(outbox)
    expect(server.names()).toEqual(['Aciéries', 'Brasserie'])
    expect([page.record.revision, server.territory.revision]).toEqual([3, 3])
  })

  test('is refused by the domain before anything is sent', async () => {
    const server = new Server()
    const { outbox, page } = server.page()
    expect(outbox.commit([named('a', ' ')])).toMatchObject([{ code: 'invalid_value', field: 'name' }])
    expect([page.names(), server.territory.revision]).toEqual([[], 1])
  })

  test('stays while the server is away, and is sent again under the same key', async () => {
    const server = new Server()
    const { outbox } = server.page()
    server.isAway = true
    outbox.commit([named('a', 'Aciéries')])
    await until(() => outbox.state.state === 'unreachable')
    expect(['a', 'b'].map((id) => outbox.isSending('actor', id))).toEqual([true, false])
    server.isAway = false
    await settled(outbox)
    expect(outbox.isSending('actor', 'a')).toBe(false)
    expect(server.names()).toEqual(['Aciéries'])
    expect(new Set(server.keys).size).toBe(1)
  })

  test('is committed once when the answer was lost', async () => {
    const server = new Server()
    const { outbox } = server.page()
    server.losesAnswers = 1
    outbox.commit([named('a', 'Aciéries')])
    await settled(outbox)
    expect([server.names(), server.territory.revision]).toEqual([['Aciéries'], 2])
  })

  test('outlives the page: the next one sends it', async () => {
    const server = new Server()
    const first = server.page()
    server.isAway = true
    first.outbox.commit([named('a', 'Aciéries')])
    await until(() => first.outbox.state.state === 'unreachable')
    const second = server.page(first.storage)
    expect(second.outbox.fresh(server.record).actors.get('a')?.name).toBe('Aciéries')
    server.isAway = false
    second.outbox.resume()
    await settled(second.outbox)
    await settled(first.outbox)
    expect([server.names(), server.territory.revision]).toEqual([['Aciéries'], 2])
  })

  test('is merged with what others changed meanwhile, then shown with it', async () => {
    const server = new Server([named('a', 'Aciéries')])
    const { outbox, page } = server.page()
    server.commits([named('a', 'Aciéries', { scope: 'regional' }), named('b', 'Brasserie')])
    outbox.commit([named('a', 'Aciéries du Val')])
    await settled(outbox)
    expect(server.territory.actors.get('a')).toMatchObject({ name: 'Aciéries du Val', scope: 'regional' })
    expect(page.record).toEqual(server.record)
  })

  test('waits for somebody to decide where both changed the same', async () => {
    const server = new Server([named('a', 'Aciéries')])
    const { outbox, page } = server.page()
    server.commits([named('a', 'Forges')])
    outbox.commit([named('a', 'Fonderie')])
    await until(() => outbox.state.state === 'clash')
    expect(outbox.state).toMatchObject({ clashes: [{ field: 'name', mine: 'Fonderie', theirs: 'Forges' }] })
    outbox.decide(() => 'theirs')
    await settled(outbox)
    await until(() => page.names()[0] === 'Forges')
    expect(page.record).toEqual(server.record)
  })

  test('that the server refuses stays until it is given up', async () => {
    const server = new Server([named('a', 'Aciéries')])
    const { outbox, page } = server.page()
    server.refuses = true
    outbox.commit([named('a', 'Fonderie')])
    await until(() => outbox.state.state === 'refused')
    expect(page.names()).toEqual(['Fonderie'])
    await outbox.abandon()
    expect([page.names(), outbox.state]).toEqual([['Aciéries'], { state: 'saved' }])
  })
})

describe('what others commit', () => {
  test('shows, and is never taken back by an answer that comes late', async () => {
    const server = new Server()
    const { outbox, page } = server.page()
    const late = server.record
    const changes = [named('a', 'Aciéries')]
    server.commits(changes)
    await outbox.heard({ since: 1, revision: 2, changes })
    expect(page.names()).toEqual(['Aciéries'])
    expect(outbox.fresh(late)).toBe(page.record)
  })

  test('is caught up with when some of it was missed, or cannot be told', async () => {
    const server = new Server()
    const { outbox, page } = server.page()
    server.commits([named('a', 'Aciéries')])
    server.commits([named('b', 'Brasserie')])
    await outbox.heard({ since: 2, revision: 3, changes: [named('b', 'Brasserie')] })
    expect(page.record).toEqual(server.record)
    server.commits([named('c', 'Chantier')])
    server.tellsNothing = true
    await outbox.heard({ since: 3, revision: 4, changes: null })
    expect(page.record).toEqual(server.record)
  })
})

test('undoing waits for what is on its way', async () => {
  const server = new Server()
  const { outbox, page } = server.page()
  outbox.commit([named('a', 'Aciéries')])
  await outbox.undo(2)
  expect([server.undone, page.record.revision]).toEqual([[2], 3])
})

async function settled(outbox: Outbox): Promise<void> {
  await until(() => outbox.state.state === 'saved')
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(1)
}

/** A server as the page sees it: commits on its head, once per key. */
class Server {
  territory: Territory
  readonly keys: string[] = []
  readonly undone: number[] = []
  isAway = false
  refuses = false
  tellsNothing = false
  losesAnswers = 0
  readonly #log: { readonly key: string; readonly changes: readonly Change[] }[] = []
  #keysMade = 0

  constructor(changes: readonly Change[] = []) {
    this.territory = { ...applied(emptyTerritory('t'), changes), revision: 1 }
    this.#log.push({ key: '', changes })
  }

  get record(): TerritoryRecord {
    return recordOfTerritory(this.territory)
  }

  names(): string[] {
    return [...this.territory.actors.values()].map(({ name }) => name)
  }

  commits(changes: readonly Change[], key = ''): number {
    this.territory = { ...applied(this.territory, changes), revision: this.territory.revision + 1 }
    this.#log.push({ key, changes })
    return this.territory.revision
  }

  page(storage = memory()) {
    const page = {
      record: this.record,
      names: (): string[] => [...page.record.actors.values()].map(({ name }) => name),
    }
    const ports: OutboxPorts = {
      storage,
      place: 'pending',
      retryMs: 2,
      newKey: () => `key-${++this.#keysMade}`,
      commit: async (pending) => ({ revision: this.#takes(pending) }),
      undo: async (revision) => {
        this.undone.push(revision)
        return { revision: this.commits([]) }
      },
      since: async (revision) => this.#since(revision),
      load: async () => this.record,
      shown: () => page.record,
      show: (record) => {
        page.record = record
      },
      committed: async () => {},
    }
    return { outbox: new Outbox(ports), page, storage }
  }

  #since(revision: number) {
    const changes = this.tellsNothing ? null : this.#log.slice(revision).flatMap((commit) => commit.changes)
    return { revision: this.territory.revision, changes }
  }

  #takes({ key, base, changes }: Pending): number {
    this.keys.push(key)
    if (this.isAway) throw new RequestError('unreachable', 0, null)
    if (this.refuses) throw new RequestError('refused_changes', 422, null)
    const made = this.#log.findIndex((commit) => commit.key === key)
    if (made !== -1) return made + 1
    const { revision } = this.territory
    if (base !== revision) {
      throw new RequestError('revision_conflict', 409, { revision, since: this.#since(base).changes })
    }
    this.commits(changes, key)
    if (this.losesAnswers-- > 0) throw new RequestError('unreachable', 0, null)
    return this.territory.revision
  }
}

function applied(territory: Territory, changes: readonly Change[]): Territory {
  const result = apply(territory, changes)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.territory
}

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
