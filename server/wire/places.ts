import { z } from 'zod'

/** Communes that may be meant by what is typed, the likeliest first. */
export const communesSchema = z.array(
  z.strictObject({
    /** The name; with the department where others have the same. */
    name: z.string(),
    /** INSEE. */
    code: z.string(),
    epci: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  }),
)

/** Where companies are looked up; null: nowhere, nobody said where. */
export const registerSchema = z.strictObject({ address: z.string().nullable() })

export const companiesSchema = z.array(
  z.strictObject({
    siren: z.string(),
    siret: z.string(),
    name: z.string(),
    naf: z.string(),
    /** Band of Sirene. */
    headcount: z.string(),
    commune: z.string(),
    postcode: z.string(),
    address: z.string(),
    position: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
    isOpen: z.boolean(),
  }),
)

export const askedCompaniesSchema = z.strictObject({ q: z.string().trim().min(2).max(200) })
