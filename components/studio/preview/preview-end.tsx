/** Stands where a learner finishes the lesson. */
export function PreviewEnd() {
  return (
    <section aria-labelledby="finish-title" className="finish">
      <h2 id="finish-title">Finish this lesson</h2>
      <p>
        Here a student sees what is still to do, completes the lesson and goes on. In the preview there is
        nothing to complete.
      </p>
    </section>
  );
}
