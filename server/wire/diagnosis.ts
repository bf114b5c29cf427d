import { z } from 'zod'
import { groupKinds } from '../diagnosis/case.ts'
import { crossBases, quadrants } from '../diagnosis/cross.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import {
  type Besides,
  type Dim,
  dimensions,
  type Evidence,
  type Finding,
  grades,
  type Held,
  type Kind,
  kinds,
  type Noun,
  nullModels,
  reasons,
  statuses,
  tieRoles,
} from '../diagnosis/finding.ts'
import type { Profile } from '../diagnosis/profile.ts'
import { type DataQuality, gates } from '../diagnosis/response.ts'
import { tieFamilies } from '../diagnosis/tie-families.ts'
import type { Connection } from '../diagnosis/what-if.ts'
import { bases } from '../domain/vocabulary.ts'

const interval = z.strictObject({ low: z.number(), high: z.number() })

const dimSchema = z.strictObject({
  key: z.enum(dimensions),
  observed: z.number(),
  of: z.number().nullable(),
  expected: z.number().nullable(),
  ratio: z.number().nullable(),
  p: z.number().nullable(),
  q: z.number().nullable(),
  null: z.enum(nullModels).nullable(),
  draws: z.int(),
  seed: z.string(),
  interval: interval.nullable(),
  distribution: z.strictObject({ least: z.number(), step: z.number(), counts: z.array(z.int()) }).nullable(),
}) satisfies z.ZodType<Dim>

const groupName = z.strictObject({ kind: z.enum(groupKinds), id: z.string() })

const held: { readonly [N in Noun]: z.ZodType<Held[N]> } = {
  actor: z.string().nullable(),
  actors: z.array(z.string()),
  pairs: z.array(z.tuple([z.string(), z.string()])),
  group: groupName.nullable(),
  groups: z.array(groupName),
  sphere: z.string().nullable(),
  spheres: z.tuple([z.string(), z.string()]).nullable(),
  project: z.string().nullable(),
  projects: z.array(z.string()),
  actorType: z.string().nullable(),
  actorTypes: z.array(z.string()),
  category: z.string().nullable(),
}

const evidence = {
  /** The same over waves, and silent about whom the finding is about: it stands in addresses and in the keys of notes. */
  id: z.string(),
  status: z.enum(statuses),
  reference: z.enum(nullModels).nullable(),
  reason: z.enum(reasons).nullable(),
  dims: z.array(dimSchema),
  ties: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      role: z.enum(tieRoles),
      lastContact: z.string().nullable(),
    }),
  ),
  response: z.number().nullable(),
  probability: z.number().nullable(),
  survival: z.number().nullable(),
  named: z.boolean(),
  floor: z.boolean(),
  doubtful: z.int(),
  rule: z.string(),
} satisfies { readonly [F in keyof Evidence]: z.ZodType<Evidence[F]> }

const by = z.enum(groupKinds).nullable()
const explainedBy = z.enum(['places']).nullable()

/** Of the kinds that tell anything besides. */
const besides: {
  readonly [K in Kind as keyof Besides<K> extends never ? never : K]: {
    readonly [F in keyof Besides<K>]: z.ZodType<Besides<K>[F]>
  }
} = {
  closed_group: {
    grade: z.enum(grades).nullable(),
    explainedBy,
    families: z.array(z.strictObject({ family: z.enum(tieFamilies), holds: z.boolean().nullable() })),
    whatIf: z
      .strictObject({
        ties: z.array(
          z.strictObject({
            from: z.string(),
            to: z.string(),
            ratio: z.number(),
            gain: z.number(),
            introducer: z.string().nullable(),
          }),
        ),
        lifted: z.boolean(),
      })
      .nullable(),
  },
  critical_broker: { explainedBy },
  sphere_kept_apart: { by },
  excluded_spheres: { by },
}

const variants = Object.entries(kinds).map(([kind, { roles }]) =>
  z.strictObject({
    kind: z.literal(kind),
    ...evidence,
    ...Object.fromEntries(Object.entries(roles).map(([role, noun]) => [role, held[noun]])),
    ...besides[kind as keyof typeof besides],
  }),
)

/**
 * What a rule found, with its evidence. Actors, spaces and groups go by their ids, spheres by their words; they are empty
 * where `named` is false: while `survival` is null it is not known yet how well the finding holds, else it holds too
 * seldom to say whom it is about.
 */
export const findingSchema = z.discriminatedUnion('kind', variants as [(typeof variants)[number]]) as z.ZodType<Finding>
export type FindingWire = Finding

const coordinate = z.strictObject({
  value: z.number(),
  expected: z.number().nullable(),
  interval: interval.nullable(),
  band: interval.nullable(),
})
const estimate = z.strictObject({ value: z.number(), interval: interval.nullable() })
const classFigures = z.strictObject({
  ties: z.int(),
  strengthShare: z.number().nullable(),
  expected: z.number().nullable(),
  ratio: z.number().nullable(),
  renewalShare: z.number().nullable(),
  meanVitality: z.number().nullable(),
})
const reading = z.strictObject({ bonding: classFigures, linking: classFigures, bridging: classFigures })

const place = z.strictObject({ cohesion: z.number().nullable(), opening: z.number().nullable() })

const profileSchema = z.strictObject({
  cohesion: z
    .strictObject({
      value: z.number(),
      cross: z.strictObject({ at: z.number(), basis: z.enum(crossBases), territories: z.int().nullable() }),
      error: z.number().nullable(),
      interval: interval.nullable(),
      band: interval.nullable(),
      chance: interval.nullable(),
      isTold: z.boolean(),
    })
    .nullable(),
  proximity: coordinate.nullable(),
  opening: coordinate.nullable(),
  breadth: estimate.nullable(),
  diversity: estimate.nullable(),
  quadrant: z.enum(quadrants).nullable(),
  externalTies: z.int(),
  firstCarrier: z.strictObject({ actor: z.string(), share: z.number() }).nullable(),
  concentration: z.number().nullable(),
  withinTwoSteps: z.number().nullable(),
  transitivity: z
    .strictObject({ value: z.number(), expected: z.number().nullable(), z: z.number().nullable() })
    .nullable(),
  density: estimate.nullable(),
  renewal: z.strictObject({ ties: z.int(), newTies: z.int(), interval: interval.nullable() }).nullable(),
  trajectory: z.strictObject({ stayers: z.int(), before: place, now: place }).nullable(),
  classes: z.strictObject({ callois: reading, woolcock: reading }),
  beyond: z.int(),
  keyPlayers: z.array(z.strictObject({ actors: z.array(z.string()), fragmentation: z.number() })).nullable(),
}) satisfies z.ZodType<Profile>

const dataQualitySchema = z.strictObject({
  wave: z.string(),
  basis: z.enum(bases),
  relation: z.array(z.string()),
  previousWave: z.string().nullable(),
  actors: z.int(),
  inside: z.int(),
  asked: z.int(),
  answered: z.int(),
  responseRate: z.number().nullable(),
  observedDyads: z.int().nullable(),
  gate: z.enum(gates),
  missingTop: z.array(z.string()),
  recall: z.number().nullable(),
  ties: z.int(),
  withStrength: z.int(),
  withDate: z.int(),
}) satisfies z.ZodType<DataQuality>

export const diagnosisSchema = z.strictObject({
  wave: z.string(),
  rule: z.string(),
  seed: z.string(),
  findings: z.array(findingSchema),
  toAsk: z.array(z.strictObject({ actor: z.string(), asked: z.boolean(), namedBy: z.int(), gain: z.number() })),
  profile: profileSchema,
  dataQuality: dataQualitySchema,
  stage: z.enum(['first', 'refined']),
}) satisfies z.ZodType<Diagnosis>
/** What findings name, for a page that shows them. */
export { aboutOf, actorsIn, kinds, rolesOf } from '../diagnosis/finding.ts'
export type DiagnosisWire = z.infer<typeof diagnosisSchema>

export const diagnosisQuerySchema = z.strictObject({
  /** Absent: the latest. */
  wave: z.string().max(200).optional(),
})

/** Ids of findings. */
export const findingChangesSchema = z.strictObject({
  wave: z.string(),
  /** The revisions compared, and the rules each was judged by. */
  before: z.strictObject({ revision: z.int(), rule: z.string() }),
  after: z.strictObject({ revision: z.int(), rule: z.string() }),
  /** Signals that were none before. */
  appeared: z.array(z.string()),
  /** Signals that are no more. */
  vanished: z.array(z.string()),
  /** Signals of another grade. */
  regraded: z.array(z.string()),
})

/** What if these two were connected? */
export const connectSchema = diagnosisQuerySchema
  .extend({ from: z.string().max(200), to: z.string().max(200) })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'another actor' })

const openingSchema = z.strictObject({ observed: z.number(), expected: z.number(), ratio: z.number() })

export const connectionSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  tied: z.boolean(),
  distance: z.int().nullable(),
  gain: z.number().nullable(),
  groups: z.array(
    z.strictObject({ finding: z.string(), before: openingSchema, after: openingSchema, lifted: z.boolean() }),
  ),
}) satisfies z.ZodType<Connection>
export type ConnectionWire = z.infer<typeof connectionSchema>
