import type { Wave } from '#domain/territory.ts'
import { rulesOf } from '#wire/thresholds.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { Benchmark } from './benchmark.tsx'
import { Mechanisms } from './mechanisms.tsx'
import { Thresholds } from './thresholds.tsx'

/** How findings are made: first in five sentences, then by what thresholds, then in full, with the literature. */
export function Method({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const words = t.method
  return (
    <main id="content" className="method">
      <article className="prose">
        <h1>{words.heading}</h1>
        <section>
          <h2>{words.briefHeading}</h2>
          <ul className="method-brief">
            {words.brief.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </article>
      <section>
        <h2>{words.thresholdsHeading}</h2>
        <p className="prose">{words.thresholdsLead}</p>
        <Thresholds record={record} wave={wave} />
      </section>
      <article className="prose">
        <h2>{words.inFull}</h2>
        <p className="lead">{words.lead}</p>
        {words.sections(rulesOf(record.settings).thresholds).map(({ heading, paragraphs }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        <Mechanisms />
        <Benchmark />
      </article>
      <section className="prose">
        <h2>{words.sourcesHeading}</h2>
        <ul className="sources">
          {sources.map(({ text, address, lang }) => (
            <li key={text} lang={lang}>
              {text} {address && <a href={address}>{address}</a>}
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}

interface Source {
  readonly text: string
  readonly address?: string
  readonly lang: 'fr' | 'en'
}

const sources: readonly Source[] = [
  {
    text: 'ANCT (2020), Territoires industriels : comment renforcer le capital social ?',
    lang: 'fr',
  },
  {
    text: 'J.-M. Callois (2004), Capital social et développement économique local, Revue d’économie régionale et urbaine 2004/4, 551-577.',
    lang: 'fr',
  },
  {
    text: 'G. Grabher (1993), The weakness of strong ties: the lock-in of regional development in the Ruhr area, in The Embedded Firm, Routledge, 255-277.',
    lang: 'en',
  },
  {
    text: 'B. Uzzi (1997), Social structure and competition in interfirm networks: the paradox of embeddedness, Administrative Science Quarterly 42, 35-67.',
    lang: 'en',
  },
  {
    text: 'S. Szreter, M. Woolcock (2004), Health by association? Social capital, social theory, and the political economy of public health, International Journal of Epidemiology 33, 650-667.',
    lang: 'en',
  },
  {
    text: 'B. K. Fosdick, D. B. Larremore, J. Nishimura, J. Ugander (2018), Configuring random graph models with fixed degree sequences, SIAM Review 60, 315-355.',
    address: 'https://arxiv.org/abs/1608.00607',
    lang: 'en',
  },
  {
    text: 'B. Phipson, G. K. Smyth (2010), Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9, 39.',
    lang: 'en',
  },
  { text: 'J. Besag, P. Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78, 301-304.', lang: 'en' },
  {
    text: 'S. Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65-70.',
    lang: 'en',
  },
  {
    text: 'Y. Benjamini, Y. Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57, 289-300.',
    lang: 'en',
  },
  {
    text: 'G. Strona et al. (2014), A fast and unbiased procedure to randomize ecological binary matrices with fixed row and column totals, Nature Communications 5, 4114.',
    lang: 'en',
  },
  {
    text: 'R. S. Burt (2002), Bridge decay, Social Networks 24, 333-363.',
    lang: 'en',
  },
  {
    text: 'J. A. Smith, J. Moody (2013), Structural effects of network sampling coverage I, Social Networks 35, 652-668.',
    lang: 'en',
  },
]
