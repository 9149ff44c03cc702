/** Whether a person can use their account, in a word. */
export function PersonStatus({ suspended, confirmed }: { suspended: boolean; confirmed: boolean }) {
  if (suspended) return <span className="font-semibold text-bad">Suspended</span>;
  return confirmed ? (
    <span className="text-good">Active</span>
  ) : (
    <span className="text-soft">Not confirmed</span>
  );
}
