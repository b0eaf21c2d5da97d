/** The items by what `of` says of them, in the order in which each was first met. */
export function grouped<Item, Key>(items: Iterable<Item>, of: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = of(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
