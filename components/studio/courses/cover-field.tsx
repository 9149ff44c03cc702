'use client';

import Link from 'next/link';
import { type ReactNode, use } from 'react';
import { FormResultContext } from '@/components/ui/form-result';

type Props = { slug: string; pictures: { path: string; hash: string }[]; defaultValue: string };

/** The picture on the cover of a course, from those it has; without one the cover is drawn. */
export function CoverField({ slug, pictures, defaultValue }: Props) {
  const { fields, values } = use(FormResultContext);
  const problem = fields?.cover;
  const chosen = values?.cover ?? defaultValue;
  const gone = chosen !== '' && pictures.every(({ path }) => path !== chosen);
  return (
    <fieldset id="cover" tabIndex={-1} key={chosen} aria-describedby={problem ? 'cover-problem' : undefined}>
      <legend className="visually-hidden">Cover</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        <Choice value="" chosen={chosen}>
          <span>Drawn from the syllabus</span>
        </Choice>
        {gone && (
          <Choice value={chosen} chosen={chosen}>
            <span className="min-w-0 wrap-anywhere">{chosen}, which is not there</span>
          </Choice>
        )}
        {pictures.map(({ path, hash }) => (
          <Choice key={path} value={path} chosen={chosen}>
            {/* biome-ignore lint/performance/noImgElement: served as it is, only to those who may see it */}
            <img
              src={`/api/assets/${slug}/${hash}/480`}
              alt=""
              loading="lazy"
              className="size-14 shrink-0 rounded-sm bg-sunk object-cover"
            />
            <span className="min-w-0 text-sm wrap-anywhere">{path.replace(/^assets\//, '')}</span>
          </Choice>
        ))}
      </div>
      {problem && (
        <p id="cover-problem" className="mt-1 text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      <p className="mt-2 text-sm text-soft">
        {pictures.length === 0 ? 'Add a picture under ' : 'Add others under '}
        <Link
          href={`/teach/${slug}/assets`}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
        >
          Pictures and media
        </Link>
        .
      </p>
    </fieldset>
  );
}

function Choice({ value, chosen, children }: { value: string; chosen: string; children: ReactNode }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md border border-rule bg-raised p-2 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name="cover"
        value={value}
        defaultChecked={value === chosen}
        className="size-5 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
