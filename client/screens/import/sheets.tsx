import { Button } from 'react-aria-components'
import { nouns } from '#domain/territory.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { Columns } from './columns.tsx'
import { areYearly, type Deciding, isKindToCheck, isRead, isUnreadable, sheetName } from './deciding.ts'
import { Fold } from './fold.tsx'
import {
  placeKey,
  type Sheet,
  sheetPlan,
  withClosed,
  withHeader,
  withKind,
  withKindConfirmed,
  withRow,
  withTables,
} from './plan.ts'

/** What each sheet was taken for, in a sentence, and how to say otherwise. */
export function Sheets({ onTakeAway, ...deciding }: Deciding & { onTakeAway: (file: string) => void }) {
  const t = useText()
  const { sheets } = t.importing
  return (
    <section aria-labelledby="import-sheets">
      <h2 id="import-sheets">{sheets.heading}</h2>
      <ul className="import-sheets">
        {deciding.preview.sheets.map((sheet) => (
          <li key={placeKey(sheet)}>
            <SheetLine {...deciding} sheet={sheet} onTakeAway={onTakeAway} />
          </li>
        ))}
      </ul>
      {deciding.preview.unplaced.length > 0 && (
        <Fold summary={sheets.unplaced(deciding.preview.unplaced.reduce((sum, { count }) => sum + count, 0))}>
          <ul className="import-aside">
            {deciding.preview.unplaced.map(({ file, kind, count }) => (
              <li key={`${kind} ${file}`}>
                {sheets.unplacedIn[kind](count)} <span className="note">{file}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

function SheetLine({
  sheet,
  onTakeAway,
  ...deciding
}: Deciding & { sheet: Sheet; onTakeAway: (file: string) => void }) {
  const t = useText()
  const { sheets, evidence } = t.importing
  const name = sheetName(t, deciding.preview, sheet)
  const isFirst =
    deciding.preview.sheets.find((each) => each.file === sheet.file && each.sheet === sheet.sheet) === sheet
  const kinds = (list: readonly SheetKind[]) => list.map((id) => ({ id, name: sheets.kind(id) }))
  const likelier = [sheet.kind.value, ...sheet.otherwise.filter((kind) => kind !== sheet.kind.value)]
  const others = allKinds.filter((kind) => !likelier.includes(kind))
  return (
    <>
      <div className="import-sheet">
        <p className="import-sheet-said">
          <strong>{name}</strong>
          <span>
            {sheets.sentence(sheet.kind.value, sheet.counts.read)}
            {isRead(sheet) && <>, {sheets.header(sheet.header.row)}</>}
            {sheet.yearly && areYearly(deciding.plan) && <>, {sheets.yearly(sheet.yearly.label)}</>}{' '}
            <span className="note">
              ({evidence[sheet.kind.by]}
              {!sheet.kind.sure && `, ${sheets.unsure}`})
            </span>
          </span>
          {isKindToCheck(sheet) && (
            <Button
              className="link-button"
              aria-label={t.importing.about(sheets.confirm, name)}
              onPress={() => deciding.decide((plan) => withKindConfirmed(plan, sheet, sheet.kind.value))}
            >
              {sheets.confirm}
            </Button>
          )}
        </p>
        <div className="import-sheet-choices">
          <Choice
            label={sheets.kindLabel(name)}
            isLabelHidden
            value={sheet.kind.value}
            groups={[
              { name: sheets.likelier, options: kinds(likelier) },
              { name: sheets.others, options: kinds(others) },
            ]}
            onChange={(id) => {
              const kind = allKinds.find((each) => each === id)
              if (kind) deciding.decide((plan) => withKind(plan, sheet, kind))
            }}
          />
          <Choice
            label={sheets.headerLabel}
            isLabelHidden
            value={String(sheet.header.row ?? 0)}
            groups={[
              { name: '', options: headerRows(sheet).map((row) => ({ id: String(row), name: sheets.headerOf(row) })) },
            ]}
            onChange={(id) => deciding.decide((plan) => withHeader(plan, sheet, id === '0' ? null : Number(id)))}
          />
          <Button className="icon-button" aria-label={sheets.remove(sheet.file)} onPress={() => onTakeAway(sheet.file)}>
            <span aria-hidden="true">×</span>
          </Button>
        </div>
      </div>
      {isUnreadable(sheet) &&
        sheet.groups.map(({ code, got, expected }) => (
          <p key={`${code} ${got}`} className="problem">
            {sheets.unreadable(name, t.refused(code, got, expected))}
          </p>
        ))}
      {isRead(sheet) && <Columns {...deciding} sheet={sheet} name={name} />}
      {sheet.aside > 0 && (
        <Fold
          summary={[sheets.aside(sheet.aside), ...(sheet.closed > 0 ? [sheets.closedAside(sheet.closed)] : [])].join(
            ', ',
          )}
        >
          {sheet.closed > 0 && (
            <p className="import-aside">
              <Button className="button" onPress={() => deciding.decide((plan) => withClosed(plan, sheet, 'data'))}>
                {sheets.takeClosed(sheet.closed)}
              </Button>
            </p>
          )}
          <ul className="import-aside">
            {sheet.setAside.map(({ row, why, text }) => (
              <li key={row}>
                {sheets.asideRow(row, text)} <span className="note">({sheets.asideWhy[why]})</span>{' '}
                {why !== 'title' && why !== 'ours' && (
                  <Button
                    className="link-button"
                    onPress={() => deciding.decide((plan) => withRow(plan, sheet, row, 'data'))}
                  >
                    {sheets.takeRow}
                  </Button>
                )}
              </li>
            ))}
            {sheet.aside > sheet.setAside.length && (
              <li className="note">{sheets.moreAside(sheet.aside - sheet.setAside.length)}</li>
            )}
          </ul>
        </Fold>
      )}
      {sheet.tables > 1 && isFirst && (
        <p className="row">
          <span className="note">{sheets.tables(sheet.tables, sheet.part !== undefined)}</span>
          <Button
            className="link-button"
            aria-label={t.importing.about(
              sheet.part ? sheets.asOne : sheets.apart,
              sheetName(t, deciding.preview, { file: sheet.file, sheet: sheet.sheet }),
            )}
            onPress={() => deciding.decide((plan) => withTables(plan, sheet, sheet.part ? 'one' : 'each'))}
          >
            {sheet.part ? sheets.asOne : sheets.apart}
          </Button>
        </p>
      )}
      {isRead(sheet) && sheet.perhapsHeader !== null && (
        <p className="row">
          <span className="note">{sheets.perhapsHeader(sheet.perhapsHeader)}</span>
        </p>
      )}
      {sheetPlan(deciding.plan, sheet)?.closed === 'data' && (
        <p className="row">
          <span className="note">{sheets.closedTaken}</span>
          <Button
            className="link-button"
            onPress={() => deciding.decide((plan) => withClosed(plan, sheet, 'set_aside'))}
          >
            {sheets.closedAgain}
          </Button>
        </p>
      )}
    </>
  )
}

type SheetKind = Sheet['kind']['value']

const usualKinds: readonly SheetKind[] = ['actor', 'tie', 'projects', 'answers', 'attendance', 'matrix']

/** From those people bring most often on. */
const allKinds: readonly SheetKind[] = [...usualKinds, ...nouns.filter((noun) => !usualKinds.includes(noun)), 'nothing']

/** Rows that may be the header: 0 says that there is none. */
function headerRows({ header, setAside }: Sheet): number[] {
  const last = Math.max(10, header.row ?? 0, ...setAside.filter(({ why }) => why === 'title').map(({ row }) => row + 1))
  return Array.from({ length: last + 1 }, (_, row) => row)
}
