import { apply, type Change, targetOf } from '../../server/domain/change.ts'
import { findingId, type KeyOf } from '../../server/domain/note.ts'
import { collectionOf, emptyTerritory, type Note } from '../../server/domain/territory.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { migrations } from '../../server/store/embedded/schema.ts'
import { fingerprint } from '../../server/store/fingerprint.ts'
import { triangle } from './samples.ts'

/** As findings were named while their keys were no secret. */
const before = { isolated: 'I0-m4vvva', closed: 'lock_in-aw7kil' }

const put = (finding: string, field: string, value: string): Change => ({
  put: 'setting',
  value: { key: `note.${finding}.${field}`, value },
})
const remove = (finding: string, field: string): Change => ({
  remove: 'setting',
  identity: { key: `note.${finding}.${field}` },
})

/** The changes of three commits as an earlier program wrote them. */
export const notedBefore: readonly (readonly Change[])[] = [
  [
    ...triangle,
    { put: 'setting', value: { key: 'name', value: 'Nord' } },
    ...[put(before.isolated, 'kind', 'verified'), put(before.isolated, 'day', '2026-03-02')],
    ...[
      put(before.closed, 'kind', 'explained'),
      put(before.closed, 'text', 'un siège'),
      put(before.closed, 'day', '2026-03-03'),
    ],
  ],
  [put(before.isolated, 'text', 'vu avec a'), put(before.isolated, 'author', 'Zoé')],
  ['kind', 'text', 'day'].map((field) => remove(before.closed, field)),
]

/** The notes of each revision as they are read today, in the order of their keys. */
export function notedNow(keyOf: KeyOf): Note[][] {
  const isolated: Note = {
    finding: keyOf(findingId('isolated_actor', { actor: 'a' })),
    kind: 'verified',
    day: '2026-03-02',
  }
  const seen: Note = { ...isolated, text: 'vu avec a', author: 'Zoé' }
  const closed: Note = {
    finding: keyOf(findingId('closed_group', { space: 'club' })),
    kind: 'explained',
    text: 'un siège',
    day: '2026-03-03',
  }
  return [[closed, isolated], [closed, seen], [seen]]
}

/** What a program wrote that knew neither checksums nor secrets nor notes. */
export function writeFirstFormat(file: string): void {
  const database = openDatabase(file, migrations.slice(0, 1))
  database.prepare('INSERT INTO territories (id, revision) VALUES (?, ?)').run('t', notedBefore.length)
  const record = database.prepare('INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  let state = emptyTerritory('t')
  for (const [index, changes] of notedBefore.entries()) {
    const applied = apply(state, changes)
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
    state = applied.territory
    const lists = [JSON.stringify(changes), JSON.stringify(applied.inverse)]
    record.run(
      't',
      index + 1,
      `key-${index}`,
      null,
      '2026-03-03T00:00:00.000Z',
      'edit',
      null,
      ...lists,
      fingerprint(changes),
    )
  }
  const all = [...state.settings.values()].map((value): Change => ({ put: 'setting', value }))
  const facts: Change[] = [
    ...all,
    ...(notedBefore[0] ?? []).filter((change) => 'put' in change && change.put !== 'setting'),
  ]
  for (const change of facts) {
    const { noun, key } = targetOf(change)
    const fact = JSON.stringify('put' in change ? change.value : null)
    database.prepare(`INSERT INTO ${collectionOf[noun]} (territory, key, fact) VALUES (?, ?, ?)`).run('t', key, fact)
  }
  database.close()
}
