type Props = {
  /** The address of the course as its learners read it. */
  home: string;
  lesson: string;
  /** The passage that a prompt speaks of. */
  passage?: string | null;
  /** How many entries came from this lesson already. */
  own: number;
};

/** The way from a lesson to a new entry of the claim log, which knows where it comes from. */
export function LogLink({ home, lesson, passage, own }: Props) {
  const query = new URLSearchParams({ lesson, ...(passage ? { passage } : {}) });
  return (
    <p className="claim-log-add">
      <a href={`${home}/claim-log/new?${query}`}>Add to your claim log</a>
      {own > 0 && (
        <a href={`${home}/claim-log?lesson=${lesson}`}>
          {own === 1 ? '1 entry' : `${own} entries`} from this lesson
        </a>
      )}
    </p>
  );
}
