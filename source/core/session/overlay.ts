import type { Field } from '../text/field.js'

/** Something over the screen that Esc closes: the keys of the screen, or every action by name. */
export type Overlay =
  | {
      readonly name: 'help'
      readonly scroll: number
      readonly filter: string
      /** The words being looked for, while they are typed. */
      readonly field: Field | null
    }
  | { readonly name: 'palette'; readonly field: Field; readonly cursor: number }

/** The help as it opens. */
export const HELP: Overlay = { name: 'help', scroll: 0, filter: '', field: null }

/** The palette as it opens. */
export const PALETTE: Overlay = { name: 'palette', field: { text: '', cursor: 0 }, cursor: 0 }
