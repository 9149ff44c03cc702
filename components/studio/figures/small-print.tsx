/** What the numbers mean, and what they leave out. */
export function SmallPrint() {
  return (
    <div className="figure-print">
      <h2>How to read these figures</h2>
      <p>
        Everybody counts who is or was enrolled, also those who left; staff do not. A group of 1 to 4 people
        reads “fewer than 5”. Where it could be worked out from the numbers around it, one of those reads “5
        or more”, or is not shown.
      </p>
      <p>
        Time is counted from the first to the last step that was recorded, without pauses of more than 10
        minutes; the median is that of the people who completed the lesson, from five people on.
      </p>
    </div>
  );
}
