/** `make`, which makes its value of an object once, and gives the same one for as long as the object lives. */
export function onceEach<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}
