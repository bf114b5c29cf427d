import { z } from 'zod'
import type { Change } from '../domain/change.ts'
import type {
  Actor,
  Identities,
  Participation,
  RosterEntry,
  Setting,
  Space,
  Tie,
  VocabularyEntry,
  Wave,
} from '../domain/territory.ts'
import { bases, confidences, regularities, rosterStatuses, scopes, vocabularies } from '../domain/vocabulary.ts'

// Only shapes are checked here; what a value may be in its territory is the territory's own rule.
const id = z.string().min(1).max(200)
const text = z.string().max(10_000)
const date = z.string().max(10).meta({ description: 'YYYY-MM-DD' })
const list = z.array(text).max(1_000)

const provenance = {
  source: text.exactOptional(),
  confidence: z.enum(confidences).exactOptional(),
  note: text.exactOptional(),
  tags: list.exactOptional(),
  attributes: z.record(id, z.union([text, z.number(), z.boolean()])).exactOptional(),
}

export const actorSchema = z.strictObject({
  id,
  name: text,
  type: id,
  sphere: id,
  scope: z.enum(scopes),
  inside: z.boolean(),
  collective: z.boolean(),
  aliases: list.exactOptional(),
  siren: text.exactOptional(),
  siret: text.exactOptional(),
  commune: text.exactOptional(),
  latitude: z.number().exactOptional(),
  longitude: z.number().exactOptional(),
  groups: list.exactOptional(),
  ...provenance,
}) satisfies z.ZodType<Actor>

export const spaceSchema = z.strictObject({
  id,
  name: text,
  kind: id,
  parent: id.exactOptional(),
  host: id.exactOptional(),
  start: date.exactOptional(),
  end: date.exactOptional(),
  objective: text.exactOptional(),
  unobservedRoles: list.exactOptional(),
  ...provenance,
}) satisfies z.ZodType<Space>

export const waveSchema = z.strictObject({
  id,
  label: text,
  date,
  basis: z.enum(bases),
  ...provenance,
}) satisfies z.ZodType<Wave>

const tieIdentity = { wave: id, kind: id, from: id, to: id, reporter: id.nullable() }
export const tieSchema = z.strictObject({
  ...tieIdentity,
  directed: z.boolean(),
  strength: z.number().exactOptional(),
  regularity: z.enum(regularities).exactOptional(),
  since: date.exactOptional(),
  lastContact: date.exactOptional(),
  ...provenance,
}) satisfies z.ZodType<Tie>

const participationIdentity = { actor: id, space: id, role: id, wave: id }
export const participationSchema = z.strictObject({
  ...participationIdentity,
  ...provenance,
}) satisfies z.ZodType<Participation>

const rosterIdentity = { actor: id, wave: id }
export const rosterEntrySchema = z.strictObject({
  ...rosterIdentity,
  status: z.enum(rosterStatuses),
  ...provenance,
}) satisfies z.ZodType<RosterEntry>

const settingIdentity = { key: id }
export const settingSchema = z.strictObject({
  ...settingIdentity,
  value: z.union([text, z.number(), z.boolean()]),
}) satisfies z.ZodType<Setting>

const vocabularyIdentity = { vocabulary: z.enum(vocabularies), id }
export const vocabularyEntrySchema = z.strictObject({
  ...vocabularyIdentity,
  fr: text,
  en: text.exactOptional(),
}) satisfies z.ZodType<VocabularyEntry>

/** A whole territory, facts as lists. */
export const territorySchema = z.strictObject({
  id,
  revision: z.int().min(1),
  settings: z.array(settingSchema),
  vocabulary: z.array(vocabularyEntrySchema),
  actors: z.array(actorSchema),
  spaces: z.array(spaceSchema),
  waves: z.array(waveSchema),
  ties: z.array(tieSchema),
  participations: z.array(participationSchema),
  roster: z.array(rosterEntrySchema),
})
export type TerritoryWire = z.infer<typeof territorySchema>

const put = z.discriminatedUnion('put', [
  z.strictObject({ put: z.literal('setting'), value: settingSchema }),
  z.strictObject({ put: z.literal('vocabulary'), value: vocabularyEntrySchema }),
  z.strictObject({ put: z.literal('actor'), value: actorSchema }),
  z.strictObject({ put: z.literal('space'), value: spaceSchema }),
  z.strictObject({ put: z.literal('wave'), value: waveSchema }),
  z.strictObject({ put: z.literal('tie'), value: tieSchema }),
  z.strictObject({ put: z.literal('participation'), value: participationSchema }),
  z.strictObject({ put: z.literal('roster'), value: rosterEntrySchema }),
])

const identity = {
  setting: z.strictObject(settingIdentity),
  vocabulary: z.strictObject(vocabularyIdentity),
  actor: z.strictObject({ id }),
  space: z.strictObject({ id }),
  wave: z.strictObject({ id }),
  tie: z.strictObject(tieIdentity),
  participation: z.strictObject(participationIdentity),
  roster: z.strictObject(rosterIdentity),
} satisfies { [N in keyof Identities]: z.ZodType<Identities[N]> }

const remove = z.discriminatedUnion('remove', [
  z.strictObject({ remove: z.literal('setting'), identity: identity.setting }),
  z.strictObject({ remove: z.literal('vocabulary'), identity: identity.vocabulary }),
  z.strictObject({ remove: z.literal('actor'), identity: identity.actor }),
  z.strictObject({ remove: z.literal('space'), identity: identity.space }),
  z.strictObject({ remove: z.literal('wave'), identity: identity.wave }),
  z.strictObject({ remove: z.literal('tie'), identity: identity.tie }),
  z.strictObject({ remove: z.literal('participation'), identity: identity.participation }),
  z.strictObject({ remove: z.literal('roster'), identity: identity.roster }),
])

export const changeSchema = z.union([put, remove]) satisfies z.ZodType<Change>
export const changesSchema = z.array(changeSchema).max(200_000)
