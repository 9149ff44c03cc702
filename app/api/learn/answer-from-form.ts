/** What a plain form says: its strings in their order or, for an ordering, the items by the place each was given. */
export function answerFromForm(form: FormData): string[] {
  const places = [...form].flatMap(([name, value]) =>
    name.startsWith('place-') ? [{ id: name.slice('place-'.length), place: Number(value) }] : [],
  );
  if (places.length === 0) return form.getAll('option').map(String);
  const distinct = new Set(places.map(({ place }) => place));
  if (distinct.size !== places.length) return [];
  return places.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
