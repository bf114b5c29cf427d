/** A name as a map has room for it: without what stands in brackets, at most `most` characters, cut between words. */
export function shortName(name: string, most = 44): string {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim() || name
  if (bare.length <= most) return bare
  const cut = bare.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:]+$/, '')}…`
}
