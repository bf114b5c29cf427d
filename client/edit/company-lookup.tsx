import { useMutation, useQuery } from '@tanstack/react-query'
import { lookUpCompanies } from '../data/api.ts'
import { registerQuery } from '../data/queries.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'
import { type Draft, draftOf } from './draft.ts'
import './company-lookup.css'

/** The register of companies, asked when somebody says so; what is sent, and to whom, stands beside the button. */
export function CompanyLookup({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useText()
  const { company } = t.edit
  const { data: register } = useQuery(registerQuery)
  const asked = String(draft.siret || draft.siren || draft.name || '').trim()
  const lookup = useMutation({ mutationFn: lookUpCompanies })
  if (!register?.address) return null
  const take = ({ name, siren, siret, commune, position, naf, headcount }: Company) => {
    const told = { ...(naf && { NAF: naf }), ...(headcount && { [company.band]: headcount }) }
    const lines = String(draft.attributes ?? '')
      .split('\n')
      .filter((line) => line !== '' && !Object.keys(told).some((key) => line.startsWith(`${key} = `)))
    const attributes = [...lines, String(draftOf('actor', { attributes: told }).attributes)].join('\n')
    onChange({
      ...draft,
      ...{ name: String(draft.name ?? '') || name, siren, siret, commune, attributes },
      ...(position && { latitude: String(position.latitude), longitude: String(position.longitude) }),
    })
    lookup.reset()
  }
  return (
    <div className="company-lookup">
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={asked.length < 2 || lookup.isPending}
          onClick={() => lookup.mutate(asked)}
        >
          {lookup.isPending ? company.asking : company.ask}
        </button>
        <span className="form-hint">
          {asked.length < 2 ? company.needsName : company.sent(asked, register.address)}
        </span>
      </div>
      <div aria-live="polite">
        {lookup.error && <p className="problem">{problemSentence(t, lookup.error)}</p>}
        {lookup.data?.length === 0 && <p className="note">{company.none}</p>}
        {lookup.data && lookup.data.length > 0 && (
          <ul className="quick-alike">
            {lookup.data.map((each) => (
              <li key={each.siret || each.siren}>
                <button type="button" className="name-link" onClick={() => take(each)}>
                  {each.name}
                </button>{' '}
                <span className="option-note">
                  {[each.siret || each.siren, each.naf, each.address || `${each.postcode} ${each.commune}`.trim()]
                    .filter((one) => one !== '')
                    .join(' · ')}
                  {!each.isOpen && ` · ${company.closed}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

type Company = Awaited<ReturnType<typeof lookUpCompanies>>[number]
