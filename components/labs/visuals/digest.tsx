/** A digest that can be read and copied on a phone: in groups of eight digits, whole for whoever copies it. */
export function Digest({ of, short }: { of: string; short?: boolean }) {
  if (short)
    return (
      <code className="lab-digest" title={of}>
        {of.slice(0, 8)}…{of.slice(-4)}
      </code>
    );
  const groups = of.match(/.{1,8}/g) ?? [];
  return (
    <code className="lab-digest">
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups of a digest may be alike
        <span key={at}>{group}</span>
      ))}
    </code>
  );
}
