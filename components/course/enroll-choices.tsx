import Link from 'next/link';
import type { CourseDetails } from '@/features/catalog/get-course';
import type { EnrollChoice } from '@/features/catalog/ways-in';
import { refusals } from '@/rules/refusals';
import { EnrollForm } from './enroll-form';
import { courseHref, Refusal } from './enroll-refusal';
import type { EnrollActions } from './enroll-standing';

type Props = {
  course: Pick<CourseDetails, 'slug' | 'enroll' | 'choices'>;
  asked: { cohort: string; key: string };
  action: EnrollActions['enroll'];
};

/** How an address names the course itself among its cohorts. */
const itself = 'none';
const idOf = ({ cohort }: EnrollChoice): string => cohort?.id ?? '';

/**
 * When one takes part, and the form for what was chosen. Each choice is a link, so that it works without
 * JavaScript and can be sent to somebody.
 */
export function EnrollChoices({ course: { slug, enroll, choices }, asked, action }: Props) {
  const named = choices.find((choice) => asked.cohort !== '' && (idOf(choice) || itself) === asked.cohort);
  const chosen = named ?? choices.find((choice) => choice.action !== null) ?? choices[0];
  if (!chosen) return null;
  const several = choices.length > 1;
  const href = courseHref(slug, { cohort: idOf(chosen) || (several ? itself : ''), key: asked.key });
  return (
    <>
      {several && (
        <nav aria-label="When you take part" className="mb-5">
          <p className="mb-2 font-semibold">When you take part</p>
          <ul className="grid gap-2">
            {choices.map((choice) => (
              <Choice
                key={idOf(choice)}
                choice={choice}
                chosen={choice === chosen}
                href={courseHref(slug, { cohort: idOf(choice) || itself, key: asked.key })}
              />
            ))}
          </ul>
        </nav>
      )}
      {chosen.refusal ? (
        <Refusal refusal={chosen.refusal} back={href}>
          {several ? [] : chosen.told}
        </Refusal>
      ) : (
        <EnrollForm
          key={idOf(chosen)}
          slug={slug}
          choice={chosen}
          again={enroll.state === 'withdrawn'}
          givenKey={asked.key}
          action={action}
        />
      )}
      {!several && !chosen.refusal && chosen.told.length > 0 && (
        <p className="mt-3 text-sm text-soft">{chosen.told.join(' ')}</p>
      )}
    </>
  );
}

function Choice({ choice, chosen, href }: { choice: EnrollChoice; chosen: boolean; href: string }) {
  const { cohort, told, refusal } = choice;
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={chosen ? 'true' : undefined}
        className={`block rounded-md border px-4 py-3 ${
          chosen ? 'border-2 border-accent bg-accent-soft' : 'border-rule bg-raised hover:border-accent'
        }`}
      >
        <span className="block font-semibold wrap-anywhere">{cohort?.name ?? 'At your own pace'}</span>
        {told.length > 0 && <span className="block text-sm text-soft">{told.join(' ')}</span>}
        {refusal && refusal !== 'sign-in-first' && <span className="block text-sm">{refusals[refusal]}</span>}
      </Link>
    </li>
  );
}
