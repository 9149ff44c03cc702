/**
 * A function that answers from memory what it was asked before, by a key. It keeps the answers of about
 * the last `most` questions: when there are more, the older half is dropped at once.
 */
export function remembering<Question, Answer>(
  keyOf: (question: Question) => string,
  answer: (question: Question) => Answer,
  most = 4_000,
): (question: Question) => Answer {
  let recent = new Map<string, Answer>();
  let older = new Map<string, Answer>();
  return (question) => {
    const key = keyOf(question);
    const known = recent.has(key) ? recent.get(key) : older.get(key);
    const value = known ?? answer(question);
    recent.set(key, value);
    if (recent.size > most / 2) {
      older = recent;
      recent = new Map();
    }
    return value;
  };
}
