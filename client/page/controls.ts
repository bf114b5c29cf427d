/** What somebody can press, tick, choose, fill in or come to on the page, by the name it has there. */
export interface Control {
  readonly name: string
  /** What it stands in, by its heading or its label; empty: nothing that has a name. */
  readonly where: string
  /** Whether it is one of many alike (a line, something to tick), folded away, or over every page. */
  readonly isOfMany: boolean
  /** Whether it is chosen already. */
  readonly isOn: boolean
  /** Unfolds what it stands in, and does what a click on it does. */
  readonly press: () => void
}

const headings = 'h2, h3, h4'
const controls = `a[href], button, summary, input, textarea, select, [role=button], [role=tab], [role=link], ${headings}`
/** The palette itself, what lies over the page, and what browsers alone see. */
const apart =
  '.search, .skip, .screens, .popover, .modal, [inert], [type=hidden], [type=file], [data-react-aria-prevent-focus]'
/** What hides what stands in it until somebody opens it; `data-folded`: where a screen is too narrow for it. */
const folds = 'details:not([open]), [hidden="until-found"], [data-folded]'
const many = 'tbody, [role=row], li, [type=checkbox], .legend-line, .masthead'
const groups =
  'section, aside, nav, fieldset, details, footer, header, [role=group], [role=radiogroup], [role=toolbar], [role=region]'

/** Every named control of the page that can be used now, each once, in the order of the page: what does something before where one comes to. */
export function controlsOf(page: ParentNode): Control[] {
  const found = new Map<string, Control>()
  const all = [...page.querySelectorAll<HTMLElement>(controls)].filter(isThere)
  const [places, doing] = [all.filter((one) => one.matches(headings)), all.filter((one) => !one.matches(headings))]
  for (const element of [...doing, ...places]) {
    for (const control of named(element)) {
      const key = JSON.stringify([control.name, control.where])
      if (!found.has(key)) found.set(key, control)
    }
  }
  return [...found.values()]
}

function isThere(element: HTMLElement): boolean {
  if (element.matches(':disabled, [aria-disabled=true]') || element.closest(apart)) return false
  return isSeen(element) || element.closest(folds) !== null
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

function named(element: HTMLElement): Control[] {
  const name = nameOf(element)
  if (name === '') return []
  const isOfMany = element.closest(many) !== null || !isSeen(element)
  if (!isSelect(element)) {
    const isOn = element.matches('[aria-checked=true], [aria-current], :checked[type=radio]')
    return [{ name, where: whereOf(element, name), isOfMany, isOn, press: () => press(element) }]
  }
  return [...element.options]
    .filter(({ disabled, value }) => !disabled && value !== '')
    .map((option) => ({
      name: textOf(option),
      where: name,
      isOfMany,
      isOn: option.selected,
      press: () => choose(element, option.value),
    }))
}

/** As browsers tell it to who does not see it. */
function nameOf(element: HTMLElement): string {
  const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labelled = labels.flatMap((id) => {
    const label = document.getElementById(id)
    return label ? [label.getAttribute('aria-label') ?? textOf(label)] : []
  })
  if (labelled.length > 0) return labelled.join(' ')
  const label = element.getAttribute('aria-label')
  if (label) return label
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || isSelect(element)) {
    return (
      [...(element.labels ?? [])].map((one) => textOf(one)).join(' ') ||
      ('placeholder' in element ? element.placeholder : '')
    )
  }
  return textOf(element) || element.title
}

function isSelect(element: HTMLElement): element is HTMLSelectElement {
  return element instanceof HTMLSelectElement
}

function whereOf(element: HTMLElement, name: string): string {
  for (let group = element.closest<HTMLElement>(groups); group; group = group.parentElement?.closest(groups) ?? null) {
    const by = document.getElementById(group.getAttribute('aria-labelledby')?.split(' ')[0] ?? '')
    // What a button unfolds is called by the button, which says what one does, not where one is.
    const label = group.hasAttribute('aria-label') || (by !== null && !by.matches('button'))
    const heading = group.querySelector<HTMLElement>(`${headings}, legend, summary`)
    const where = label ? nameOf(group) : heading ? textOf(heading, 'button, .count') : ''
    if (where !== '' && where !== name) return where
  }
  return ''
}

/** What is written in it for whoever reads, in one line. `without`: what is left out of it. */
function textOf(element: Element, without = 'style'): string {
  const parts = [...element.childNodes].map((node) => {
    if (node instanceof HTMLImageElement) return node.alt
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''
    return node.matches(`[aria-hidden=true], select, textarea, svg, ${without}`) ? '' : ` ${textOf(node, without)} `
  })
  return parts.join('').replace(/\s+/g, ' ').trim()
}

const ticked = 'input[type=checkbox], input[type=radio], input[type=button], input[type=submit]'

function press(element: HTMLElement): void {
  unfold(element)
  if (element.matches(headings)) {
    element.tabIndex = -1
    element.scrollIntoView()
    element.focus({ preventScroll: true })
  } else if (element.matches('input, textarea') && !element.matches(ticked)) {
    element.focus()
  } else {
    element.click()
  }
}

function choose(select: HTMLSelectElement, value: string): void {
  unfold(select)
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

function unfold(element: HTMLElement): void {
  for (let fold = element.closest(folds); fold; fold = fold.parentElement?.closest(folds) ?? null) {
    if (fold instanceof HTMLDetailsElement && !fold.contains(element.matches('summary') ? element : null)) {
      fold.open = true
    }
    // As the browser does when it finds a word in it.
    fold.dispatchEvent(new Event('beforematch'))
  }
}
