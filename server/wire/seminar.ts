import { z } from 'zod'
import { bases, invitationStatuses, objectives, pairingRules, standings } from '../domain/vocabulary.ts'
import { reachings } from '../seminar/coverage.ts'
import { coverings } from '../seminar/empty-chairs.ts'
import { silentReasons } from '../seminar/unseen.ts'

const id = z.string().max(200)
const ids = z.array(z.string())
const share = z.number().nullable()

/** The list somebody thinks of, which need not be kept anywhere. */
export const askedChairsSchema = z.strictObject({
  /** Absent: the latest. */
  wave: id.optional(),
  invited: z.array(z.strictObject({ actor: id, status: z.enum(invitationStatuses).default('invited') })).max(2_000),
  by: z.enum(reachings).default('within1'),
  /** How many more to invite. */
  count: z.int().min(1).max(10).default(3),
  /** Most more of each sphere; of the others as many as it takes. */
  quotas: z.record(id, z.int().min(0)).default({}),
  /** Fewest of each sphere, those on the list with the next; they come before what adds more, as far as `count` goes. */
  floors: z.record(id, z.int().min(0)).default({}),
  /** Who must be among the next. */
  musts: z.array(id).max(10).default([]),
})
export type AskedChairs = z.output<typeof askedChairsSchema>

const chairSchema = z.strictObject({
  id: z.string(),
  sphere: z.string(),
  types: ids,
  min: z.int(),
  critical: z.boolean(),
  standing: z.enum(standings),
  examples: ids,
})

const candidateSchema = z.strictObject({
  actor: z.string(),
  nominators: ids,
  newlyReached: ids,
  bridging: z.int(),
  tiesToAbsent: ids,
  unanswering: z.boolean(),
  elsewhere: z.boolean(),
  inviters: z.array(
    z.strictObject({
      actor: z.string(),
      invited: z.boolean(),
      strength: z.number().nullable(),
      lastContact: z.string().nullable(),
    }),
  ),
})
export type CandidateWire = z.infer<typeof candidateSchema>

const groupReach = z.strictObject({
  group: z.string(),
  actors: z.int(),
  invited: z.int(),
  proportional: z.number(),
  within1: z.int(),
  within2: z.int(),
})
export type GroupReach = z.infer<typeof groupReach>

/** Emblems named at a seminar, and who shares one without a known tie. */
export const emblemsSchema = z.strictObject({
  /** Null: no wave yet, hence no tie. */
  wave: z.string().nullable(),
  basis: z.enum(bases).nullable(),
  emblems: z.array(z.strictObject({ emblem: z.string(), actors: ids })),
  /** The most telling first, as many as one can arrange, of all those `found`. */
  conversations: z.array(
    z.strictObject({
      between: z.tuple([z.string(), z.string()]).readonly(),
      emblems: z.array(z.strictObject({ emblem: z.string(), named: z.int() })),
      affinity: z.number(),
      crossesSpheres: z.boolean(),
      introducer: z.string().nullable(),
    }),
  ),
  found: z.int(),
  /** Pairs of actors that share an emblem, and of them those already tied. */
  pairs: z.int(),
  tied: z.int(),
  /** Actors of whom no tie is looked up. */
  unplaced: ids,
  /** Actors the wave does not speak of. */
  elsewhere: ids,
})
export type EmblemsWire = z.infer<typeof emblemsSchema>

/** See `server/seminar/`: what a list covers of the template and reaches of the network. */
export const chairsSchema = z.strictObject({
  /** Null: no wave yet, hence no tie. */
  wave: z.string().nullable(),
  basis: z.enum(bases).nullable(),
  composition: z.strictObject({
    categories: z.array(
      z.strictObject({
        category: chairSchema,
        covering: z.enum(coverings),
        seated: ids,
        unanswering: ids,
        candidates: z.array(candidateSchema),
      }),
    ),
    spheres: z.array(
      z.strictObject({
        sphere: z.string(),
        covering: z.enum(coverings),
        seated: ids,
        categoriesCovered: z.int(),
        categories: z.int(),
      }),
    ),
    score: share,
    unknown: ids,
    collective: ids,
    /** Those expected the wave does not speak of: nothing is known of their ties. */
    elsewhere: ids,
  }),
  /** Null: no tie is known, or of too many actors. */
  reach: z
    .strictObject({
      actors: z.int(),
      reach: z.strictObject({ within1: share, within2: share, weighted: share }),
      spheres: z.array(groupReach),
      communities: z.array(groupReach),
      unreached: z.strictObject({ within1: ids, within2: ids }),
      next: z.strictObject({
        /** Those who must be come first. */
        chosen: z.array(z.strictObject({ actor: z.string(), gain: z.number() })),
        gain: z.number(),
        certainty: z.union([
          z.strictObject({ proof: z.literal('enumerated'), best: z.number(), optima: z.int() }),
          z.strictObject({ proof: z.literal('guarantee'), share: z.number() }),
        ]),
      }),
    })
    .nullable(),
  unlisted: z.array(
    z.strictObject({
      actor: z.string(),
      critical: z.boolean(),
      nominators: ids,
      effectiveSpheres: z.number(),
      strength: z.number().nullable(),
      bridging: z.int(),
    }),
  ),
  /** Those who were asked and did not answer, first whose answer would teach most. */
  nonRespondents: z.array(z.strictObject({ actor: z.string(), nominators: ids, spheres: ids, dyadsOpened: z.int() })),
  /** Null: nobody was asked. */
  unseen: z
    .union([
      z.strictObject({
        state: z.literal('estimated'),
        seen: z.int(),
        estimate: z.number(),
        interval: z.tuple([z.number(), z.number()]).readonly(),
        coverage: z.number(),
      }),
      z.strictObject({ state: z.literal('saturated'), seen: z.int() }),
      z.strictObject({
        state: z.literal('silent'),
        reason: z.enum(silentReasons),
        seen: z.int(),
        lists: z.int(),
      }),
    ])
    .nullable(),
})
export type ChairsWire = z.infer<typeof chairsSchema>

export const askedPairsSchema = z.strictObject({
  wave: id.optional(),
  /** Whom to bring together; absent: all actors of the territory. */
  among: z.array(id).max(2_000).nullable().default(null),
  count: z.int().min(1).max(20).default(5),
})
export type AskedPairs = z.output<typeof askedPairsSchema>

export const pairsSchema = z.strictObject({
  wave: z.string().nullable(),
  basis: z.enum(bases).nullable(),
  /** Of those to bring together, actors that only other waves name. */
  elsewhere: ids,
  /** That no other pair equals on all and passes on one: help for thought, in no order of worth. */
  leads: z.array(
    z.strictObject({
      official: z.string(),
      industrial: z.string(),
      reach1: share,
      reach2: share,
      nonRedundancy: z.number(),
      spheresReached: z.int(),
      legitimacy: share,
      tied: z.boolean(),
    }),
  ),
  introductions: z.array(
    z.strictObject({
      between: z.tuple([z.string(), z.string()]).readonly(),
      gain: z.number(),
      /** Keys of findings. */
      repairs: ids,
      crossesSpheres: z.boolean(),
      introducer: z.string().nullable(),
      adamicAdar: z.number(),
      /** Ids of spaces, and tags. */
      sharedThemes: ids,
    }),
  ),
})
export type PairsWire = z.infer<typeof pairsSchema>

const tie = z.tuple([id, id]).readonly()
export const askedScenarioSchema = z.strictObject({
  wave: id.optional(),
  leaving: z.array(id).max(100).default([]),
  weakened: z.array(tie).max(200).default([]),
  added: z.array(tie).max(200).default([]),
})
export type AskedScenario = z.output<typeof askedScenarioSchema>

export const scenarioSchema = z.strictObject({
  wave: z.string().nullable(),
  basis: z.enum(bases).nullable(),
  efficiency: z.strictObject({ before: share, after: share }),
  cutOff: ids,
  indispensable: z.array(z.strictObject({ actor: z.string(), before: z.int(), after: z.int() })),
  absorbing: z.array(z.strictObject({ between: tie, broughtBack: z.int(), gain: z.number() })),
  /** What is supposed and changes nothing. */
  idle: z.strictObject({ weakened: z.array(tie), added: z.array(tie) }),
})
export type ScenarioWire = z.infer<typeof scenarioSchema>

const qualitySchema = z.strictObject({
  pairsMet: z.int(),
  pairs: z.int(),
  share,
  bound: z.int(),
  repeats: z.int(),
  fewestMet: z.int(),
  mostMet: z.int(),
  acrossSpheres: z.int(),
  acrossSpheresPossible: z.int(),
  farMet: z.int(),
  farPossible: z.int(),
  sharingTheme: z.int(),
  sharingThemePossible: z.int(),
  spheresPerTable: z.number().nullable(),
  returns: z.int(),
  alone: z.int(),
  broken: z.array(z.strictObject({ rule: z.enum(pairingRules), people: ids })),
})
export type QualityWire = z.infer<typeof qualitySchema>

const comparedSchema = z.strictObject({
  pairsMet: z.number(),
  repeats: z.number(),
  acrossSpheres: z.number(),
  farMet: z.number(),
  sharingTheme: z.number(),
})

const obstacleSchema = z.union([
  z.strictObject({ kind: z.literal('seats_short'), round: z.int(), people: z.int(), seats: z.int() }),
  z.strictObject({ kind: z.literal('tables_empty'), people: z.int(), tables: z.int() }),
  z.strictObject({ kind: z.literal('returns_needed'), rounds: z.int(), tables: z.int() }),
  z.strictObject({ kind: z.enum(['rules_contradict', 'hosts_never_meet']), people: ids }),
  z.strictObject({ kind: z.literal('apart_too_many'), people: ids, tables: z.int() }),
])

/** People go by the keys of their invitations; tables by their numbers, from 1; rounds count from 0, and in facts from 1. */
const frame = {
  wave: z.string().nullable(),
  /** Null: nothing is known of ties. */
  basis: z.enum(bases).nullable(),
  rounds: z.int(),
  objective: z.enum(objectives),
  seed: z.string(),
  held: z.int(),
  tables: z.array(z.strictObject({ id: z.string(), seats: z.int(), host: z.string().nullable() })),
  /** Hosts for whom there is no table left. */
  tableless: ids,
  obstacles: z.array(obstacleSchema),
  /** Actors of the people that only other waves name. */
  elsewhere: ids,
  routes: z.array(z.strictObject({ person: z.string(), tables: z.array(z.string().nullable()) })),
  quality: qualitySchema,
}

const frameSchema = z.strictObject(frame)
export type FrameWire = z.infer<typeof frameSchema>

/** The plan that is kept, and what it is worth. */
export const tablesSchema = z.strictObject({
  ...frame,
  /** Those who came, and actors whose people then shared tables, in which rounds; by ids. */
  came: ids,
  meetings: z.array(z.strictObject({ actors: tie, rounds: z.array(z.int()) })),
})
export type TablesWire = z.infer<typeof tablesSchema>

/** A plan that is proposed, which keeps what is locked and rounds that were held. */
export const planSchema = z.strictObject({
  ...frame,
  /** Means over plans drawn at random, and a plan made without regard to the network. */
  random: comparedSchema,
  blind: comparedSchema,
})
export type PlanWire = z.infer<typeof planSchema>

export const askedPlanSchema = z.strictObject({
  wave: id.optional(),
  /** Names the stream of chance; absent: the one that is kept. */
  seed: z.string().max(100).optional(),
})

/** The plan of the day: whoever is seated stays, as far as that can be. */
export const replanSchema = z.strictObject({
  ...frame,
  moved: z.array(z.strictObject({ person: z.string(), round: z.int(), from: z.string(), to: z.string() })),
  withoutHost: z.array(z.strictObject({ table: z.string(), round: z.int() })),
})
export type ReplanWire = z.infer<typeof replanSchema>

export const askedMovesSchema = z.strictObject({
  wave: id.optional(),
  person: z.string().max(1_000),
  /** From 0. */
  round: z.int().min(0),
})

/** What each seat that somebody could be taken to would change, at every other table and in exchange with everyone there. */
export const movesSchema = z.strictObject({
  moves: z.array(
    z.strictObject({
      table: z.string(),
      /** Null: nobody; the table has one more. */
      exchangedWith: z.string().nullable(),
      pairsMet: z.int(),
      repeats: z.int(),
      acrossSpheres: z.int(),
      returns: z.int(),
      broken: z.int(),
      alone: z.int(),
    }),
  ),
})
export type MovesWire = z.infer<typeof movesSchema>
