import type { ProblemCode, ProblemDetails } from '../problem.ts'

/** What a problem tells besides its code, each as a text; what is missing is empty. */
export type Details = (name: string) => string

/** A sentence for each code, and for what nobody foresaw. */
export type ShortProblems = Readonly<Record<ProblemCode | 'internal', (details: Details) => string>>

/** A sentence for each code with all that it tells: versions, files, addresses. */
export type TechnicalProblems = { readonly [C in ProblemCode]: (details: ProblemDetails[C]) => string }
