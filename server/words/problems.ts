/** What a refusal tells besides its code, each as a text; what is missing is empty. */
export type Details = (name: string) => string
