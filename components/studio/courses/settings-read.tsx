import type { SettingsValues } from '@/features/authoring/courses/settings-values';

const rows: [label: string, field: keyof SettingsValues][] = [
  ['Title', 'title'],
  ['Summary', 'summary'],
  ['What learners will be able to do', 'outcomes'],
  ['For whom', 'audience'],
  ['Level', 'level'],
  ['Language', 'language'],
  ['Time zone', 'zone'],
  ['Facts last verified', 'verified'],
  ['Authors', 'authors'],
];

/** What a course says of itself, for those who read and do not write it. */
export function SettingsRead({ values }: { values: SettingsValues }) {
  return (
    <dl className="max-w-3xl border-b border-rule">
      {rows.map(([label, field]) => (
        <div key={field} className="grid gap-x-8 gap-y-1 border-t border-rule py-3 sm:grid-cols-[14rem_1fr]">
          <dt className="text-soft">{label}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{values[field] || 'Not given yet'}</dd>
        </div>
      ))}
    </dl>
  );
}
