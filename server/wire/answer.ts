import type { z } from 'zod'

export type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What a schema gives when it parses; as an answer, nobody will modify it. */
export type Answer<T> = z.core.util.JSONType extends T ? Json : { readonly [K in keyof T]: Answer<T[K]> }
