import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

/** Something under way in the hand, and what it is held over. */
export interface Dragged<Thing, Target> {
  readonly thing: Thing
  readonly over: Target | null
  /** Where the pointer is, in the window. */
  readonly x: number
  readonly y: number
}

/** How far a pointer goes before it drags, in pixels: less is a press. */
const leastMove = 6
/** How near to the edge of the window it makes the page go on, and by how much. */
const edge = 48
const step = 14

/**
 * Dragging by mouse, pen or finger. A finger that is to drag begins on something with `touch-action: none`, else it scrolls the page; `begin` is called where
 * either may begin. Escape, or whatever takes the pointer away, ends it without a drop.
 */
export function useDrag<Thing, Target>({ onTake, onDrop, onLeave }: DragOptions<Thing, Target>) {
  const [dragged, setDragged] = useState<Dragged<Thing, Target> | null>(null)
  const targets = useRef(new WeakMap<Element, Target>())
  const stop = useRef<() => void>(() => {})
  useEffect(() => () => stop.current(), [])

  const targetAt = (x: number, y: number): Target | null => {
    for (let at = document.elementFromPoint(x, y); at; at = at.parentElement) {
      const target = targets.current.get(at)
      if (target !== undefined) return target
    }
    return null
  }

  const begin = (thing: Thing, event: ReactPointerEvent) => {
    if (event.button !== 0) return
    stop.current()
    const { pointerId, clientX, clientY } = event
    let held: Dragged<Thing, Target> | null = null
    const listening = new AbortController()
    const end = () => {
      listening.abort()
      setDragged(null)
    }
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== pointerId) return
      const [x, y] = [moved.clientX, moved.clientY]
      if (!held && Math.hypot(x - clientX, y - clientY) < leastMove) return
      if (!held) onTake(thing)
      if (y < edge) window.scrollBy(0, -step)
      else if (y > window.innerHeight - edge) window.scrollBy(0, step)
      held = { thing, over: targetAt(x, y), x, y }
      setDragged(held)
    }
    const drop = (dropped: PointerEvent) => {
      if (dropped.pointerId !== pointerId) return
      const over = held && targetAt(dropped.clientX, dropped.clientY)
      end()
      if (over !== null) onDrop(thing, over)
    }
    const leave = () => {
      end()
      if (held) onLeave()
    }
    const { signal } = listening
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', drop, { signal })
    window.addEventListener('pointercancel', leave, { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && leave(), { signal })
    stop.current = end
  }

  /** Makes of an element somewhere to drop on; what is within comes before what is around. */
  const target = (of: Target) => (element: Element | null) => {
    if (element) targets.current.set(element, of)
  }
  return { dragged, begin, target }
}

interface DragOptions<Thing, Target> {
  readonly onTake: (thing: Thing) => void
  readonly onDrop: (thing: Thing, target: Target) => void
  readonly onLeave: () => void
}
