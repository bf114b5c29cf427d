import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { thresholdPrefix } from '#domain/note.ts'
import type { Wave } from '#domain/territory.ts'
import { thresholdKeys } from '#wire/thresholds.ts'
import { commitChanges, loadFindingChanges } from '../../data/api.ts'
import { diagnosisQuery, forgetTerritory, historyQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { type Family, questions, type ThresholdQuestion } from '../../text/method.fr.ts'
import { problemSentence } from '../../text/problems.ts'
import { kindOf } from './findings.ts'
import { boundsInWords, familyOf, inForce, type Key, spoken, thresholdChange } from './threshold.ts'
import { ThresholdForm } from './threshold-form.tsx'

const questionKeys = Object.keys(questions) as ThresholdQuestion[]

/** Every threshold in force, under the question it serves; each can be changed, signed, and what that did to the findings is said. */
export function Thresholds({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const words = t.method
  const change = useThresholdChange(record, wave)
  const signatures = useSignatures(record)
  return (
    <div className="thresholds">
      <div aria-live="polite">
        {change.isError && <p className="problem">{problemSentence(t, change.error)}</p>}
        {change.isPending && <p className="note">{words.rejudging}</p>}
        {change.isSuccess && <p className="success">{outcomeInWords(t, change.data)}</p>}
      </div>
      {questionKeys.map((question) => {
        const families: readonly Family[] = questions[question]
        const keys = thresholdKeys.filter((key) => families.includes(familyOf(key)))
        const changed = keys.filter((key) => inForce(record, key).value !== inForce(record, key).usual)
        return (
          <details key={question} className="threshold-question">
            <summary>
              <h3>{words.questions[question]}</h3>{' '}
              <span className="count">{words.thresholdCount(keys.length, changed.length)}</span>
            </summary>
            <section className="table-scroll" aria-label={words.questions[question]}>
              <table className="table">
                <caption className="visually-hidden">{words.thresholdsCaption}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.columns.name}</th>
                    <th scope="col">{words.columns.effect}</th>
                    <th scope="col" className="numeric">
                      {words.columns.value}
                    </th>
                    <th scope="col" className="numeric">
                      {words.columns.usual}
                    </th>
                    <th scope="col">{words.columns.bounds}</th>
                    <th scope="col">{words.columns.signature}</th>
                  </tr>
                </thead>
                {families.map((family) => (
                  <tbody key={family}>
                    {families.length > 1 && (
                      <tr>
                        <th scope="rowgroup" colSpan={6} className="threshold-family">
                          {words.families[family].name}
                          <span className="class-definition">{words.families[family].sentence}</span>
                        </th>
                      </tr>
                    )}
                    {keys
                      .filter((key) => familyOf(key) === family)
                      .map((key) => (
                        <Line
                          key={key}
                          record={record}
                          threshold={key}
                          change={change}
                          signature={signatures.get(key)}
                        />
                      ))}
                  </tbody>
                ))}
              </table>
            </section>
          </details>
        )
      })}
    </div>
  )
}

function Line({ record, threshold, change, signature = '' }: LineProps) {
  const t = useText()
  const words = t.method
  const { value, usual } = inForce(record, threshold)
  return (
    <tr className={value === usual ? undefined : 'selected'}>
      <th scope="row">{words.thresholds[threshold]}</th>
      <td className="threshold-effect">{words.effects[threshold]}</td>
      <td className="numeric">{spoken(t, threshold, value)}</td>
      <td className="numeric">{spoken(t, threshold, usual)}</td>
      <td>{boundsInWords(t, threshold)}</td>
      <td>
        <ThresholdForm
          record={record}
          threshold={threshold}
          isPending={change.isPending}
          onSave={(to, author) => change.mutate({ key: threshold, to, author })}
        />
        {value !== usual && <span className="note"> {signature}</span>}
      </td>
    </tr>
  )
}

interface LineProps {
  readonly record: TerritoryRecord
  readonly threshold: Key
  readonly change: ReturnType<typeof useThresholdChange>
  readonly signature: string | undefined
}

interface FindingMoves {
  /** Words for the kinds of the signals that came and went, and of those of another grade. */
  readonly appeared: readonly string[]
  readonly vanished: readonly string[]
  readonly regraded: readonly string[]
}

function useThresholdChange(record: TerritoryRecord, wave: Wave) {
  const t = useText()
  const client = useQueryClient()
  const { id, revision } = record
  const diagnosis = diagnosisQuery(id, wave.id)
  return useMutation({
    mutationFn: async ({ key, to, author }: { key: Key; to: number; author: string }): Promise<FindingMoves> => {
      const before = await client.ensureQueryData(diagnosis)
      await commitChanges(id, revision, thresholdChange(record, key, to), author)
      const changes = await loadFindingChanges(id, wave.id, revision)
      await forgetTerritory(client, id)
      const after = await client.fetchQuery(diagnosis)
      const kinds = new Map([...before.findings, ...after.findings].map((finding) => [finding.id, kindOf(finding)]))
      const named = (ids: readonly string[]) =>
        ids.flatMap((each) => {
          const kind = kinds.get(each)
          return kind ? [t.diagnosis.kinds[kind]] : []
        })
      return {
        appeared: named(changes.appeared),
        vanished: named(changes.vanished),
        regraded: named(changes.regraded),
      }
    },
  })
}

/** « 2 signaux sont apparus (Liens uniques) ; 1 a disparu (Îlots). » */
function outcomeInWords(t: Text, { appeared, vanished, regraded }: FindingMoves): string {
  const words = t.method.outcome
  const kinds = (names: readonly string[]) => t.list([...new Set(names)])
  const parts = [
    ...(appeared.length > 0 ? [words.appeared(appeared.length, kinds(appeared))] : []),
    ...(vanished.length > 0 ? [words.vanished(vanished.length, kinds(vanished))] : []),
    ...(regraded.length > 0 ? [words.regraded(regraded.length, kinds(regraded))] : []),
  ]
  return `${words.saved} ${parts.length > 0 ? parts.join(' ') : words.nothing}`
}

/** Who last changed each threshold, and when, as far as recent history goes. */
function useSignatures(record: TerritoryRecord): ReadonlyMap<string, string> {
  const t = useText()
  const isAny = thresholdKeys.some((key) => record.settings.has(`${thresholdPrefix}${key}`))
  const { data: commits = [] } = useQuery({ ...historyQuery(record.id), enabled: isAny })
  const signatures = new Map<string, string>()
  for (const { settings, author, at } of commits.toReversed()) {
    for (const key of settings.filter((each) => each.startsWith(thresholdPrefix))) {
      signatures.set(key.slice(thresholdPrefix.length), t.method.signed(author ?? '', t.date(at.slice(0, 10))))
    }
  }
  return signatures
}
