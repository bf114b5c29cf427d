import type { Camera } from 'sigma'
import type { CameraState } from 'sigma/types'

/** Cameras that move together, so that maps side by side show the same place. */
export class Cameras {
  readonly #all = new Set<Camera>()

  /** What was called back leaves. */
  join(camera: Camera): () => void {
    // A camera that is already there says nothing, so that no two call each other for ever.
    const lead = (state: CameraState) => {
      for (const other of this.#all) if (other !== camera) other.setState(state)
    }
    this.#all.add(camera)
    camera.on('updated', lead)
    return () => {
      camera.off('updated', lead)
      this.#all.delete(camera)
    }
  }
}
