import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { BoundaryWire } from '#wire/boundary.ts'
import { checkBoundary, type ImportedFile } from '../../data/api.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { useDraft, withFiles } from '../import/draft.ts'
import { sourceOfCells, sourceOfFile } from '../import/source.ts'
import './boundary.css'

const sizes = [250, 50, 20, 10, 0] as const
type Size = (typeof sizes)[number]

/** The territory held against an extract of the register of companies: how many it has, who is missing, to be added through the import. */
export function BoundaryCheck({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const { boundary } = t
  const [file, setFile] = useState<ImportedFile | 'unreadable' | null>(null)
  const [isIndustry, setIndustry] = useState(true)
  const [size, setSize] = useState<Size>(50)
  const check = useMutation({
    mutationFn: (asked: { file: ImportedFile; isIndustry: boolean; size: Size }) =>
      checkBoundary(record.id, asked.file, { sections: asked.isIndustry ? ['C'] : [], headcount: asked.size }),
  })
  const ask = (next: { file?: ImportedFile; isIndustry?: boolean; size?: Size }) => {
    const asked = next.file ?? (file === 'unreadable' ? null : file)
    if (asked) check.mutate({ file: asked, isIndustry: next.isIndustry ?? isIndustry, size: next.size ?? size })
  }
  const choose = async (chosen: File) => {
    const read = await sourceOfFile(chosen).catch(() => 'unreadable' as const)
    setFile(read)
    if (read !== 'unreadable') ask({ file: read })
  }
  const { data } = check
  return (
    <div className="boundary">
      <div className="row">
        <FileTrigger onSelect={(chosen) => chosen?.[0] && void choose(chosen[0])}>
          <Button className="button" isPending={check.isPending}>
            {check.isPending ? boundary.checking : boundary.choose}
          </Button>
        </FileTrigger>
        {file !== null && file !== 'unreadable' && <span className="note">{file.name}</span>}
      </div>
      {file !== null && (
        <div className="row">
          <Choice
            label={boundary.activity}
            value={isIndustry ? 'C' : 'all'}
            groups={[
              {
                name: '',
                options: [
                  { id: 'C', name: boundary.industry },
                  { id: 'all', name: boundary.anyActivity },
                ],
              },
            ]}
            onChange={(id) => {
              setIndustry(id === 'C')
              ask({ isIndustry: id === 'C' })
            }}
          />
          <Choice
            label={boundary.size}
            value={String(size)}
            groups={[{ name: '', options: sizes.map((each) => ({ id: String(each), name: boundary.sizes[each] })) }]}
            onChange={(id) => {
              const chosen = sizes.find((each) => String(each) === id) ?? 50
              setSize(chosen)
              ask({ size: chosen })
            }}
          />
        </div>
      )}
      <div aria-live="polite" className="boundary-said">
        {file === 'unreadable' && <p className="problem">{boundary.unreadable}</p>}
        {check.error && <p className="problem">{problemSentence(t, check.error)}</p>}
        {data?.state === 'no_siret' && (
          <p className="problem">{boundary.noSiret(check.variables?.file.name ?? '', data.found.join(', '))}</p>
        )}
        {data?.state === 'checked' && check.variables && (
          <p className="boundary-sentence">
            {data.all === 0
              ? boundary.nothing
              : boundary.known(
                  data.known,
                  data.all,
                  check.variables.isIndustry,
                  check.variables.size,
                  nobodyOf(t, data),
                )}
          </p>
        )}
      </div>
      {data?.state === 'checked' && <Absent record={record} data={data} />}
    </div>
  )
}

type Checked = Extract<BoundaryWire, { state: 'checked' }>

const mostShown = 200
const mostPlaces = 5

function Absent({ record, data }: { record: TerritoryRecord; data: Checked }) {
  const t = useText()
  const { boundary } = t
  const [, change] = useDraft(record.id)
  const missing = data.absent.filter(({ presence }) => presence.is === 'missing')
  const alike = data.absent.flatMap(({ presence, ...one }) =>
    presence.is === 'alike' ? [{ ...one, actors: presence.actors }] : [],
  )
  const add = () => {
    const rows = missing.map(({ name, siret, commune }) => [name || siret, 'Entreprise', siret, commune])
    change((draft) => withFiles(draft, [sourceOfCells(boundary.file, [['Nom', 'Type', 'SIRET', 'Commune'], ...rows])]))
    window.scrollTo({ top: 0 })
  }
  const employees = (headcount: number | null) => (headcount === null ? '' : boundary.atLeast(headcount))
  return (
    <>
      {data.places.length > 1 && (
        <details>
          <summary>{boundary.places}</summary>
          <div className="scroll">
            <table className="numbers">
              <thead>
                <tr>
                  <th scope="col">{boundary.place}</th>
                  <th scope="col">{boundary.onMap}</th>
                  <th scope="col">{boundary.inExtract}</th>
                </tr>
              </thead>
              <tbody>
                {data.places.map(({ place, known, all }) => (
                  <tr key={place}>
                    <th scope="row">{place || boundary.unknownPlace}</th>
                    <td>{t.number(known)}</td>
                    <td>{t.number(all)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      {missing.length > 0 && (
        <>
          <h3>{boundary.missing(missing.length)}</h3>
          {missing.length > mostShown && <p className="note">{boundary.shown(mostShown)}</p>}
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{boundary.name}</th>
                  <th scope="col">SIRET</th>
                  <th scope="col">{boundary.commune}</th>
                  <th scope="col">{boundary.employees}</th>
                </tr>
              </thead>
              <tbody>
                {missing.slice(0, mostShown).map(({ siret, name, commune, headcount }) => (
                  <tr key={siret}>
                    <th scope="row">{name}</th>
                    <td>{siret}</td>
                    <td>{commune}</td>
                    <td>{employees(headcount)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="row">
            <Button className="button primary" onPress={add}>
              {boundary.add(missing.length)}
            </Button>
            <span className="note">{boundary.addNote}</span>
          </div>
        </>
      )}
      {alike.length > 0 && (
        <>
          <h3>{boundary.alike(alike.length)}</h3>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{boundary.name}</th>
                  <th scope="col">{boundary.mayBe}</th>
                  <th scope="col">{boundary.commune}</th>
                </tr>
              </thead>
              <tbody>
                {alike.slice(0, mostShown).map(({ siret, name, commune, actors }) => (
                  <tr key={siret}>
                    <th scope="row">{name}</th>
                    <td>{t.list(actors.map(({ id }) => record.actors.get(id)?.name ?? id))}</td>
                    <td>{commune}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <p className="note">{boundary.rows(data.rows)}</p>
    </>
  )
}

/** Places of which nobody is on the map. */
function nobodyOf(t: ReturnType<typeof useText>, { places }: Checked): readonly string[] {
  const none = places.filter(({ known }) => known === 0).map(({ place }) => place || t.boundary.unknownPlace)
  return none.slice(0, mostPlaces)
}
