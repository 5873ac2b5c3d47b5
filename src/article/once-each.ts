/** `make`, which makes its value of an object once, and gives the same one for as long as the object lives. */
export function onceEach<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const once = onceEachWay<Key, Value>();
  return (of) => once(of, "", () => make(of));
}

/** The same, of an object that there is more than one way to make something of: `way` names it. */
export function onceEachWay<Key extends object, Value>(): (of: Key, way: string, make: () => Value) => Value {
  const made = new WeakMap<Key, Map<string, Value>>();
  return (of, way, make) => {
    const known = made.get(of) ?? new Map<string, Value>();
    made.set(of, known);
    if (!known.has(way)) known.set(way, make());
    return known.get(way) as Value;
  };
}
