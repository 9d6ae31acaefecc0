import { Box } from 'ink'
import SelectInput from 'ink-select-input'
import type { ReactElement } from 'react'
import { GLYPHS } from '../theme/glyphs.js'
import { Text } from './text.js'

/** An option of a short menu; `value` names it. */
export type ChoiceItem = { readonly value: string }

type ChoiceProps<Item extends ChoiceItem> = {
  readonly items: readonly Item[]
  readonly cursor: number
  readonly renderItem: (item: Item, isMarked: boolean) => ReactElement
}

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }) {
  return (
    <Box width={2} flexShrink={0}>
      <Text tone="accent" isBold>
        {isSelected ? GLYPHS.cursor : ' '}
      </Text>
    </Box>
  )
}

/**
 * A short menu drawn by ink-select-input. Its own key handling is off: it reads keys one render late, so that three
 * arrows in one burst move one row, and a digit chooses at once. Here the session holds the highlight and keys come
 * through the bindings; a new key makes the menu take the highlight it is given.
 */
export function Choice<Item extends ChoiceItem>({ items, cursor, renderItem }: ChoiceProps<Item>) {
  return (
    <SelectInput
      key={`${cursor} ${items.map(item => item.value).join(' ')}`}
      items={items.map(({ value }) => ({ key: value, value, label: value }))}
      initialIndex={cursor}
      isFocused={false}
      indicatorComponent={Indicator}
      itemComponent={({ label, isSelected = false }) => {
        const item = items.find(one => one.value === label)
        return item && renderItem(item, isSelected)
      }}
    />
  )
}
