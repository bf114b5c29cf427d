import type { DatabaseSync } from 'node:sqlite'
import { targetOf } from '../../domain/change.ts'
import { carriedNotes } from '../carried-notes.ts'
import { keysUnder, newSecret } from '../finding-keys.ts'
import { firstMark } from './mark.ts'
import {
  commitSeal,
  factsSeal,
  positionsSeal,
  type Seals,
  sealedCommit,
  sealsIn,
  stateIn,
  territorySeal,
} from './seals.ts'

/** Marks a file as ours in its header (SQLite's application_id): "Mail" in ASCII. */
export const applicationId = 0x4d61696c

/** SQL, or what SQL alone cannot do. */
export type Step = string | ((database: DatabaseSync) => void)

/**
 * The steps that build a file, oldest first: a file that took n of them has user_version n. A released step is never
 * edited; a change is a new step at the end.
 *
 * SQLite keeps the text of each CREATE statement in the file, comments included: they are written for whoever opens it
 * with nothing else at hand.
 */
export const migrations: readonly Step[] = [
  `
CREATE TABLE territories (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL -- number of commits; the other tables hold the state after the last one
) STRICT, WITHOUT ROWID;

CREATE TABLE commits (
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  key TEXT NOT NULL, -- chosen by the sender: the same commit sent twice is made once
  author TEXT,
  at TEXT NOT NULL, -- ISO 8601 UTC
  origin TEXT NOT NULL, -- edit, import, survey, seminar, undo, forget
  undoes INTEGER, -- the revision it undoes
  changes TEXT NOT NULL CHECK (json_valid(changes)), -- JSON: what was put and removed
  inverse TEXT NOT NULL CHECK (json_valid(inverse)), -- JSON: the changes that lead back to the revision before
  fingerprint TEXT NOT NULL, -- SHA-256 of what was asked, to recognise it when the key comes back
  PRIMARY KEY (territory, revision),
  UNIQUE (territory, key)
) STRICT;

CREATE TABLE positions (
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  noun TEXT NOT NULL CHECK (noun IN ('actor', 'space')),
  id TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL, -- upwards
  PRIMARY KEY (territory, noun, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings ( -- settings
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- its name
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  value ANY AS (fact ->> 'value'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE vocabulary ( -- words added to the default vocabularies
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: vocabulary, id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  vocabulary TEXT AS (fact ->> 'vocabulary'),
  id TEXT AS (fact ->> 'id'),
  fr TEXT AS (fact ->> 'fr'),
  en TEXT AS (fact ->> 'en'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors ( -- organisations, never persons
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- its id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  name TEXT AS (fact ->> 'name'),
  type TEXT AS (fact ->> 'type'),
  sphere TEXT AS (fact ->> 'sphere'),
  scope TEXT AS (fact ->> 'scope'),
  inside INTEGER AS (fact ->> 'inside'), -- seat, site or remit in the territory
  collective INTEGER AS (fact ->> 'collective'), -- unnamed or plural
  siren TEXT AS (fact ->> 'siren'),
  siret TEXT AS (fact ->> 'siret'),
  commune TEXT AS (fact ->> 'commune'),
  latitude REAL AS (fact ->> 'latitude'),
  longitude REAL AS (fact ->> 'longitude'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE spaces ( -- places of cooperation: projects, clusters, clubs, seminars
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- its id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  name TEXT AS (fact ->> 'name'),
  kind TEXT AS (fact ->> 'kind'),
  parent TEXT AS (fact ->> 'parent'), -- the space it belongs to
  host TEXT AS (fact ->> 'host'), -- the actor of the same name
  start TEXT AS (fact ->> 'start'),
  "end" TEXT AS (fact ->> 'end'),
  objective TEXT AS (fact ->> 'objective'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE waves ( -- dated states of knowledge
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- its id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  label TEXT AS (fact ->> 'label'),
  date TEXT AS (fact ->> 'date'),
  basis TEXT AS (fact ->> 'basis'), -- survey or documents
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE ties ( -- declarations
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: wave, kind, from, to, reporter
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  wave TEXT AS (fact ->> 'wave'),
  kind TEXT AS (fact ->> 'kind'),
  "from" TEXT AS (fact ->> 'from'),
  "to" TEXT AS (fact ->> 'to'),
  reporter TEXT AS (fact ->> 'reporter'), -- null: from documents
  directed INTEGER AS (fact ->> 'directed'), -- 0: both directions
  strength INTEGER AS (fact ->> 'strength'), -- 1 to 5
  regularity TEXT AS (fact ->> 'regularity'),
  since TEXT AS (fact ->> 'since'),
  lastContact TEXT AS (fact ->> 'lastContact'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE participations ( -- who takes part in which space
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: actor, space, role, wave
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  actor TEXT AS (fact ->> 'actor'),
  space TEXT AS (fact ->> 'space'),
  role TEXT AS (fact ->> 'role'),
  wave TEXT AS (fact ->> 'wave'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster ( -- what became of an actor in a survey wave
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: actor, wave
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  actor TEXT AS (fact ->> 'actor'),
  wave TEXT AS (fact ->> 'wave'),
  status TEXT AS (fact ->> 'status'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`,
  (database) => {
    database.exec(`
CREATE TABLE store ( -- one row, which every transaction writes: tells whose write-ahead log may be replayed here
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  mark TEXT NOT NULL -- this opening, number of transactions, opening before, CRC-32 of these
) STRICT;
ALTER TABLE territories ADD COLUMN facts TEXT NOT NULL DEFAULT ''; -- checksum of its facts, whatever their order
ALTER TABLE territories ADD COLUMN positions TEXT NOT NULL DEFAULT ''; -- checksum of its positions
ALTER TABLE territories ADD COLUMN checksum TEXT NOT NULL DEFAULT ''; -- of the columns before it
ALTER TABLE commits ADD COLUMN checksum TEXT NOT NULL DEFAULT ''; -- of the columns before it
`)
    database.prepare('INSERT INTO store VALUES (1, ?)').run(firstMark())
    const commits = database.prepare('SELECT * FROM commits WHERE territory = ? AND revision = ?')
    const sealCommit = database.prepare('UPDATE commits SET checksum = ? WHERE territory = ? AND revision = ?')
    for (const { territory, revision } of database.prepare('SELECT territory, revision FROM commits').all()) {
      if (territory === undefined || revision === undefined) continue
      sealCommit.run(commitSeal(commits.get(territory, revision) ?? {}), territory, revision)
    }
    const seal = database.prepare('UPDATE territories SET facts = ?, positions = ?, checksum = ? WHERE id = ?')
    for (const row of database.prepare('SELECT id, revision FROM territories').all()) {
      const id = String(row.id)
      const seals = { facts: factsSeal(database, id), positions: positionsSeal(database, id) }
      const sealed = { id, revision: Number(row.revision), ...seals, secret: '' }
      seal.run(seals.facts, seals.positions, territorySeal(sealed), id)
    }
  },
  (database) => {
    database.exec(`
ALTER TABLE territories ADD COLUMN secret TEXT NOT NULL DEFAULT ''; -- what findings are named under; sealed like the columns before the checksum
`)
    const keep = database.prepare('UPDATE territories SET secret = ?, checksum = ? WHERE id = ?')
    for (const row of database.prepare('SELECT * FROM territories').all()) {
      const sealed = { ...sealsIn(row), secret: newSecret() }
      keep.run(sealed.secret, territorySeal(sealed), sealed.id)
    }
  },
  (database) => {
    database.exec(`
CREATE TABLE notes ( -- what somebody found out about a finding
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- the key of the finding
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  finding TEXT AS (fact ->> 'finding'),
  kind TEXT AS (fact ->> 'kind'), -- verified or explained
  text TEXT AS (fact ->> 'text'),
  author TEXT AS (fact ->> 'author'),
  day TEXT AS (fact ->> 'day'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`)
    for (const row of database.prepare('SELECT * FROM territories').all())
      takeNotesOutOfSettings(database, sealsIn(row))
  },
  (database) =>
    database.exec(`
CREATE TABLE chairs ( -- whom a group that speaks for the territory is made of; none: those of the method
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  sphere TEXT AS (fact ->> 'sphere'),
  min INTEGER AS (fact ->> 'min'),
  critical INTEGER AS (fact ->> 'critical'),
  standing TEXT AS (fact ->> 'standing'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE seminars ( -- gatherings prepared or held
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  name TEXT AS (fact ->> 'name'),
  campaign TEXT AS (fact ->> 'campaign'),
  phase TEXT AS (fact ->> 'phase'),
  date TEXT AS (fact ->> 'date'), -- YYYY-MM-DD
  place TEXT AS (fact ->> 'place'),
  theme TEXT AS (fact ->> 'theme'),
  method TEXT AS (fact ->> 'method'),
  rounds INTEGER AS (fact ->> 'rounds'),
  held INTEGER AS (fact ->> 'held'), -- rounds held or under way
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations ( -- one person that an actor sends to a seminar
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: seminar, actor, rank
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  seminar TEXT AS (fact ->> 'seminar'),
  actor TEXT AS (fact ->> 'actor'),
  rank INTEGER AS (fact ->> 'rank'),
  person TEXT AS (fact ->> 'person'),
  status TEXT AS (fact ->> 'status'),
  role TEXT AS (fact ->> 'role'),
  route TEXT AS (fact ->> 'route'), -- JSON array: the table of each round, 0 for none
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE pairings ( -- whether the people of two actors may or must share a table
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: seminar, actor, other
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  seminar TEXT AS (fact ->> 'seminar'),
  actor TEXT AS (fact ->> 'actor'),
  other TEXT AS (fact ->> 'other'),
  rule TEXT AS (fact ->> 'rule'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`),
  (database) =>
    database.exec(`
CREATE TABLE decisions ( -- what becomes of items of the agenda
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'), -- the key of the cause
  wave TEXT AS (fact ->> 'wave'),
  state TEXT AS (fact ->> 'state'),
  owner TEXT AS (fact ->> 'owner'), -- an actor
  person TEXT AS (fact ->> 'person'),
  due TEXT AS (fact ->> 'due'), -- YYYY-MM-DD
  pinned INTEGER AS (fact ->> 'pinned'),
  rank INTEGER AS (fact ->> 'rank'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE steps ( -- what decisions ask of actors
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: decision, actor, rank
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  decision TEXT AS (fact ->> 'decision'),
  actor TEXT AS (fact ->> 'actor'),
  rank INTEGER AS (fact ->> 'rank'),
  kind TEXT AS (fact ->> 'kind'),
  other TEXT AS (fact ->> 'other'), -- an actor
  space TEXT AS (fact ->> 'space'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`),
  `
ALTER TABLE seminars ADD COLUMN dots INTEGER AS (fact ->> 'dots'); -- each organisation may put on cards

CREATE TABLE attachments ( -- emblems of the territory that organisations named at seminars
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: seminar, actor, emblem
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  seminar TEXT AS (fact ->> 'seminar'),
  actor TEXT AS (fact ->> 'actor'),
  emblem TEXT AS (fact ->> 'emblem'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE challenges ( -- cards of the walls of challenges and assets
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  seminar TEXT AS (fact ->> 'seminar'),
  text TEXT AS (fact ->> 'text'),
  kind TEXT AS (fact ->> 'kind'), -- challenge, asset
  number INTEGER AS (fact ->> 'number'), -- on its wall
  "group" TEXT AS (fact ->> 'group'), -- the group of cards it hangs in
  project TEXT AS (fact ->> 'project'), -- the space it became
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE backings ( -- what organisations put behind challenges
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: challenge, actor
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  challenge TEXT AS (fact ->> 'challenge'),
  actor TEXT AS (fact ->> 'actor'),
  dots INTEGER AS (fact ->> 'dots'),
  carries INTEGER AS (fact ->> 'carries'), -- 1: will carry it with others
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE suppositions ( -- what scenarios suppose
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: scenario, actor, other
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  scenario TEXT AS (fact ->> 'scenario'),
  actor TEXT AS (fact ->> 'actor'),
  other TEXT AS (fact ->> 'other'), -- of an actor that leaves, itself
  kind TEXT AS (fact ->> 'kind'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE pins ( -- where people put actors and spaces on the map
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- JSON array: layout, noun, id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  layout TEXT AS (fact ->> 'layout'), -- free, groups, sectors, core, distance, spaces, geographic
  noun TEXT AS (fact ->> 'noun'), -- actor, space
  id TEXT AS (fact ->> 'id'), -- of the actor or the space
  x REAL AS (fact ->> 'x'),
  y REAL AS (fact ->> 'y'),
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE views ( -- what was looked at and kept under a name, and the stories told of it
  territory TEXT NOT NULL REFERENCES territories (id) ON DELETE CASCADE,
  key TEXT NOT NULL, -- id
  fact TEXT NOT NULL CHECK (json_valid(fact)), -- the whole of it, as JSON; the columns below read it
  id TEXT AS (fact ->> 'id'),
  name TEXT AS (fact ->> 'name'),
  address TEXT AS (fact ->> 'address'), -- screen and parameters
  text TEXT AS (fact ->> 'text'),
  notes TEXT AS (fact ->> 'notes'), -- of the speaker
  story TEXT AS (fact ->> 'story'),
  rank INTEGER AS (fact ->> 'rank'), -- in its story
  PRIMARY KEY (territory, key)
) STRICT, WITHOUT ROWID;
`,
  `
CREATE TABLE commit_parts ( -- of commits of very many changes: what would stand in their two lists, which are empty
  territory TEXT NOT NULL,
  revision INTEGER NOT NULL,
  part INTEGER NOT NULL, -- from 0
  count INTEGER NOT NULL, -- how many changes
  told TEXT NOT NULL CHECK (json_valid(told)), -- JSON: how many facts of each noun it put and removed, keys of settings
  changes BLOB NOT NULL, -- JSON as in commits, deflated (RFC 1951)
  inverse BLOB NOT NULL, -- the same; the last part leads back first
  checksum TEXT NOT NULL, -- of the columns above but for the territory
  PRIMARY KEY (territory, revision, part),
  FOREIGN KEY (territory, revision) REFERENCES commits (territory, revision) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
`,
]

/** Before there were notes, their fields stood in settings, and so they do in the history of then. */
function takeNotesOutOfSettings(database: DatabaseSync, seals: Seals): void {
  const { id } = seals
  const mentioning = `
    SELECT * FROM commits
    WHERE territory = ? AND (instr(changes, '"note.') > 0 OR instr(inverse, '"note.') > 0) ORDER BY revision`
  const rows = database.prepare(mentioning).all(id).map(sealedCommit)
  if (rows.length === 0) return
  const told = rows.map(({ revision, changes, inverse }) => ({
    revision: Number(revision),
    changes: JSON.parse(String(changes)),
    inverse: JSON.parse(String(inverse)),
  }))
  const { changes, rewritten } = carriedNotes(stateIn(database, id), told, keysUnder(seals.secret))
  const remove = database.prepare('DELETE FROM settings WHERE territory = ? AND key = ?')
  const put = database.prepare('INSERT INTO notes (territory, key, fact) VALUES (?, ?, ?)')
  for (const change of changes) {
    const { key } = targetOf(change)
    if ('put' in change) put.run(id, key, JSON.stringify(change.value))
    else remove.run(id, key)
  }
  const rewrite = database.prepare(
    'UPDATE commits SET changes = ?, inverse = ?, checksum = ? WHERE territory = ? AND revision = ?',
  )
  for (const [index, { revision, changes, inverse }] of rewritten.entries()) {
    const lists = { changes: JSON.stringify(changes), inverse: JSON.stringify(inverse) }
    rewrite.run(lists.changes, lists.inverse, commitSeal({ ...rows[index], ...lists }), id, revision)
  }
  const facts = factsSeal(database, id)
  const seal = database.prepare('UPDATE territories SET facts = ?, checksum = ? WHERE id = ?')
  seal.run(facts, territorySeal({ ...seals, facts }), id)
}
