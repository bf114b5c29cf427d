import { z } from 'zod'
import { stepOutcomes } from '../agenda/answers.ts'
import {
  type Act,
  type Agenda,
  type Cause,
  type Change,
  callings,
  dealtWith,
  type Item,
  reasons,
  solidities,
} from '../agenda/item.ts'
import { groupKinds } from '../diagnosis/case.ts'
import { bases, stepKinds } from '../domain/vocabulary.ts'

const id = z.string()
const ids = z.array(id)
const share = z.number()
const count = z.int()
const group = z.strictObject({ kind: z.enum(groupKinds), id }).nullable()

const causeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('go_between'), broker: id, cutOff: ids }),
  z.strictObject({ kind: z.literal('closed_group'), group, members: ids, leaving: z.number(), expected: z.number() }),
  z.strictObject({ kind: z.literal('closed_actor'), actor: id, leaving: z.number(), expected: z.number() }),
  z.strictObject({
    kind: z.literal('sphere_apart'),
    sphere: z.string(),
    others: z.array(z.string()),
    between: z.number(),
    expected: z.number(),
  }),
  z.strictObject({ kind: z.literal('islet'), members: ids }),
  z.strictObject({ kind: z.literal('isolated'), actors: ids }),
  z.strictObject({ kind: z.literal('fading'), actor: id, partners: ids, share }),
  z.strictObject({ kind: z.literal('outward_ties'), carrier: id, share, ties: z.number() }),
  z.strictObject({ kind: z.literal('withdrawal'), opening: z.number(), change: z.number().nullable() }),
  z.strictObject({ kind: z.literal('pilot'), pilot: id, piloted: ids, alone: ids, of: count, unpiloted: count }),
  z.strictObject({ kind: z.literal('without_pilot'), projects: ids, of: count }),
  z.strictObject({
    kind: z.literal('absent'),
    spheres: z.array(z.string()),
    categories: z.array(z.string()),
    types: z.array(z.string()),
    absent: ids,
    missing: z.number(),
    of: count,
  }),
  z.strictObject({ kind: z.literal('single_sphere'), projects: ids, of: count }),
  z.strictObject({ kind: z.literal('first_meetings'), project: id, pairs: z.array(z.tuple([id, id])) }),
  z.strictObject({ kind: z.literal('silent'), actors: ids }),
  z.strictObject({
    kind: z.literal('thin'),
    untied: ids,
    single: ids,
    spheres: z.array(z.string()),
    unpeopled: z.array(z.string()),
    communes: z.array(z.string()),
    oneSource: ids,
    undated: count,
    ties: count,
  }),
  z.strictObject({ kind: z.literal('most_between'), actors: ids, shares: z.array(share) }),
  z.strictObject({ kind: z.literal('unread'), projects: ids, of: count }),
  z.strictObject({ kind: z.literal('shared_piloting'), pilots: count, several: count, most: count, of: count }),
  z.strictObject({ kind: z.literal('outward_projects'), projects: ids, of: count }),
]) satisfies z.ZodType<Cause>

const by = id.nullable()
const because = z.enum(reasons)

const actSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('introduce'), by, between: z.tuple([id, id]), because: because.nullable() }),
  z.strictObject({ do: z.enum(['pilot', 'copilot']), project: id, actor: id, because }),
  z.strictObject({
    do: z.literal('invite'),
    by,
    actor: id,
    project: id.nullable(),
    because: because.nullable(),
    sphere: z.string().nullable(),
  }),
  z.strictObject({ do: z.literal('find'), sphere: z.string().nullable(), category: z.string().nullable() }),
  z.strictObject({ do: z.literal('reactivate'), actor: id, partner: id, because }),
  z.strictObject({ do: z.literal('visit'), by, actor: id, because: because.nullable() }),
  z.strictObject({ do: z.literal('verify'), project: id, with: by }),
]) satisfies z.ZodType<Act>

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('freed'), count, of: count }),
  z.strictObject({
    kind: z.literal('ties'),
    before: z.number(),
    after: z.number(),
    expected: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('reached'), count }),
  z.strictObject({ kind: z.literal('piloted'), count, of: count }),
  z.strictObject({ kind: z.enum(['joined', 'invited']), count }),
  z.strictObject({ kind: z.enum(dealtWith), count, of: count }),
  z.strictObject({ kind: z.literal('known'), pairs: count }),
]) satisfies z.ZodType<Change>

/** What to do about findings, merged by cause. Ids as in findings; where `named` is false they are empty, as there. */
const itemSchema = z.strictObject({
  id: z.string(),
  calling: z.enum(callings),
  cause: causeSchema,
  named: z.boolean(),
  /** Ids of findings. */
  parts: z.array(z.string()),
  concerned: ids,
  acts: z.array(actSchema),
  withinDays: count.nullable(),
  change: changeSchema.nullable(),
  stake: z.strictObject({ actors: count, share, solidity: share, total: z.number() }),
  solidity: z.enum(solidities),
  witness: by,
  steps: z.array(
    z.strictObject({
      kind: z.enum(stepKinds),
      actor: id,
      rank: count,
      other: id.exactOptional(),
      space: id.exactOptional(),
    }),
  ),
}) satisfies z.ZodType<Item>
export type AgendaItemWire = z.infer<typeof itemSchema>

export const agendaSchema = z.strictObject({
  wave: z.string(),
  basis: z.enum(bases),
  stage: z.enum(['first', 'refined']),
  items: z.array(itemSchema),
  others: count,
  actors: count,
  toSurvey: ids,
  answers: z.array(z.strictObject({ decision: id, actor: id, rank: count, outcome: z.enum(stepOutcomes) })),
}) satisfies z.ZodType<Agenda>
export type AgendaWire = z.infer<typeof agendaSchema>
