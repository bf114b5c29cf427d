import type { RefusedChange } from '#domain/change.ts'
import { useText } from '../text/language.tsx'
import { capital } from '../view/words.ts'

/** Why what a form says may not stand. */
export function Refusals({ refusals }: { refusals: readonly RefusedChange[] }) {
  const t = useText()
  return refusals.map(({ code, got, expected }) => (
    <p key={`${code} ${got}`} className="problem">
      {capital(t.refused(code, got ?? '', expected ?? null))}.
    </p>
  ))
}

/** The two ways out of a form in front of the page. */
export function FormButtons({ save, isDisabled = false, onClose }: FormButtonsProps) {
  const t = useText()
  return (
    <div className="row">
      <button type="button" className="button" onClick={onClose}>
        {t.page.cancel}
      </button>
      <button type="submit" className="button primary" disabled={isDisabled}>
        {save}
      </button>
    </div>
  )
}

interface FormButtonsProps {
  /** What the button says that sends the form. */
  readonly save: string
  readonly isDisabled?: boolean
  readonly onClose: () => void
}
