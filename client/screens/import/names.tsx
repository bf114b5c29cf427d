import { Button } from 'react-aria-components'
import { wordsOf } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { type Deciding, isToConfirm, sheetName } from './deciding.ts'
import { Fold } from './fold.tsx'
import { type NamePreview, withNames, withOtherNames, withoutName } from './plan.ts'

/** Names that may be one actor's: who they stand for is never guessed. What was decided stays where it was asked. */
export function Names(deciding: Deciding) {
  const t = useText()
  const { names } = t.importing
  const { preview, decide } = deciding
  const asked = preview.names
    .filter(({ state, candidates }) => state !== 'new' && candidates.length > 0)
    .toSorted(byPlace)
  const open = asked.filter(isToConfirm)
  const made = preview.names.filter(({ state, actor }) => state === 'new' && actor !== null)
  return (
    <>
      {asked.length > 0 && (
        <div className="import-decision">
          <h3>{names.heading(open.length)}</h3>
          <ul className="import-names">
            {asked.map((name) => (
              <li key={name.name}>
                <Name {...deciding} asked={name} />
              </li>
            ))}
          </ul>
          {open.length > 1 && (
            <div className="row">
              <Button
                className="button"
                onPress={() =>
                  decide((plan) =>
                    withOtherNames(
                      plan,
                      open.flatMap(({ name, candidates: [first] }) =>
                        first ? [{ name, is: first.id ?? first.name }] : [],
                      ),
                    ),
                  )
                }
              >
                {names.allSame}
              </Button>
              <Button
                className="button"
                onPress={() =>
                  decide((plan) =>
                    withOtherNames(
                      plan,
                      open.map(({ name }) => ({ name, is: null })),
                    ),
                  )
                }
              >
                {names.allDifferent}
              </Button>
            </div>
          )}
        </div>
      )}
      {made.length > 0 && <Made {...deciding} made={made} />}
    </>
  )
}

function Name({ asked, preview, decide }: Deciding & { asked: NamePreview }) {
  const t = useText()
  const { names } = t.importing
  const { name, times, first, state, is, candidates } = asked
  const apart = candidates.length > 1 ? names.differentFromAll : names.different
  const chosen = candidates.find(({ id, name }) => is !== null && (id === is || name === is))
  return (
    <div className="import-name">
      <p>
        <strong>{name}</strong>
        <br />
        <span className="note">
          {names.times(times)}, {names.at(sheetName(t, preview, first), first.row)}
        </span>
      </p>
      {state === 'chosen' ? (
        <p className="import-name-decided">
          {is === null ? names.isOwn : names.isSame(chosen?.name ?? is)}{' '}
          <Button
            className="link-button"
            aria-label={t.importing.about(names.change, name)}
            onPress={() => decide((plan) => withoutName(plan, name))}
          >
            {names.change}
          </Button>
        </p>
      ) : (
        <ul className="import-candidates">
          {candidates.map((candidate) => (
            <li key={candidate.id ?? candidate.name}>
              <p>
                <strong>{candidate.name}</strong>
                <br />
                <span className="note">
                  {t.list(candidate.reasons.map((reason) => names.reasons[reason]))} ·{' '}
                  {candidate.id === null ? names.inFiles : names.known}
                </span>
              </p>
              <Button
                className="button"
                aria-label={t.importing.about(names.same, name, candidate.name)}
                onPress={() => decide((plan) => withNames(plan, [{ name, is: candidate.id ?? candidate.name }]))}
              >
                {names.same}
              </Button>
            </li>
          ))}
          <li>
            <p>{names.none}</p>
            <Button
              className="button"
              aria-label={t.importing.about(apart, name)}
              onPress={() => decide((plan) => withNames(plan, [{ name, is: null }]))}
            >
              {apart}
            </Button>
          </li>
        </ul>
      )}
    </div>
  )
}

/** Actors that cells name and no row describes: what they will be made of. */
function Made({ made, record, preview, decide }: Deciding & { made: readonly NamePreview[] }) {
  const t = useText()
  const { names, evidence } = t.importing
  const known = wordsOf(record, 'actorType')
  const types = [
    ...known.map((id) => ({ id, name: wordOf(t, record, 'actorType', id) })),
    ...preview.words
      .filter(({ vocabulary, id }) => vocabulary === 'actorType' && !known.includes(id))
      .map(({ id, fr }) => ({ id, name: fr })),
  ]
  return (
    <Fold summary={names.made(preview.named.new, made.length)}>
      <p className="note">{names.madeLead}</p>
      <ul className="import-values">
        {made.slice(0, mostMade).map(({ name, actor }) => (
          <li key={name} className="import-value">
            <span>{name}</span>
            <span aria-hidden="true">→</span>
            <Choice
              label={names.typeOf(name)}
              isLabelHidden
              value={actor?.type ?? null}
              groups={[{ name: '', options: types }]}
              onChange={(type) => decide((plan) => withNames(plan, [{ name, is: null, type }]))}
            />
            <span className="note">{actor && evidence[actor.by]}</span>
          </li>
        ))}
      </ul>
      {made.length > mostMade && <p className="note">{names.moreMade(made.length - mostMade)}</p>}
    </Fold>
  )
}

/** More would make the page slow; each can be given a line in the file. */
const mostMade = 100

function byPlace(a: NamePreview, b: NamePreview): number {
  return a.first.file < b.first.file ? -1 : a.first.file > b.first.file ? 1 : a.first.row - b.first.row
}
