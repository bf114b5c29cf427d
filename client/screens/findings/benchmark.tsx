import { useText } from '../../text/language.tsx'

/** Territories that were studied beside those of the examples, and why no finding is compared with them. */
export function Benchmark() {
  const { benchmark } = useText()
  return (
    <section>
      <h2>{benchmark.heading}</h2>
      <p>{benchmark.lead}</p>
      <ul>
        {benchmark.territories.map(({ name, where }) => (
          <li key={name}>{benchmark.item(name, where)}</li>
        ))}
      </ul>
      {benchmark.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}
