import type { Metadata } from 'next';
import Link from 'next/link';
import { AlsoLeftOut } from '@/components/roster/care/beyond';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import { getReminders } from '@/features/enrollment/care/get-reminders';
import { careWords } from '@/rules/enrollment/care';
import { leftOutWords } from '@/rules/enrollment/reminders';
import { call } from '@/server/call';
import { careHref } from '../../search-params';

export const metadata: Metadata = { title: 'Reminders sent' };

type Props = { params: Promise<{ course: string; batch: string }> };

export default async function RemindersPage({ params }: Props) {
  const { course, batch } = await params;
  const proof = await call(getReminders, { course, batch });
  const leftOut = proof.alsoLeftOut.reduce((sum, { people }) => sum + people, proof.leftOut.length);
  return (
    <Page>
      <ButtonLink look="quiet" href={`/teach/${course}/care`} className="-ml-3 mb-2">
        ← Care
      </ButtonLink>
      <PageTitle
        lead={`${careWords[proof.sign].label}: ${proof.sent.length.toLocaleString('en')} reminded, ${leftOut.toLocaleString('en')} left out.`}
      >
        Reminders sent
      </PageTitle>
      <p className="-mt-3 mb-8 text-soft">
        By {proof.by} · <Instant at={proof.at} />
      </p>
      <div className="care-preview mb-10 max-w-2xl">
        <p className="font-semibold">{proof.subject}</p>
        <pre>{proof.text}</pre>
      </div>
      {proof.toCome > 0 && (
        <div className="mb-10 max-w-2xl">
          <Notice title={`${proof.toCome.toLocaleString('en')} more when this was sent`}>
            So many are reminded at once. Whoever is still on the list is next:{' '}
            <Link href={careHref(course, { sign: proof.sign })} prefetch={false}>
              remind them from the list
            </Link>
            . Nobody is reminded twice.
          </Notice>
        </div>
      )}
      <People
        caption="To whom"
        head="When"
        people={proof.sent.map(({ at, ...person }) => ({ ...person, said: <Instant at={at} /> }))}
      />
      <People
        caption="Left out"
        head="Why"
        people={proof.leftOut.map(({ why, ...person }) => ({ ...person, said: leftOutWords[why] }))}
      />
      <AlsoLeftOut reasons={proof.alsoLeftOut.map(({ why, people }) => [why, people])} />
    </Page>
  );
}

type Row = { name: string; email: string; said: React.ReactNode };

function People({ caption, head, people }: { caption: string; head: string; people: Row[] }) {
  if (people.length === 0) return null;
  return (
    <table className="mb-10 w-full border-collapse text-left">
      <caption className="pb-2 text-left font-serif text-xl font-semibold">{caption}</caption>
      <thead>
        <tr className="border-b border-rule text-sm text-soft">
          <th scope="col" className="py-2 pr-4">
            Learner
          </th>
          <th scope="col" className="py-2">
            {head}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ name, email, said }) => (
          <tr key={email} className="border-b border-rule align-top">
            <th scope="row" className="py-2.5 pr-4 font-normal">
              <span className="block font-semibold break-words">{name}</span>
              <span className="block text-sm break-all text-soft">{email}</span>
            </th>
            <td className="py-2.5 text-sm">{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
