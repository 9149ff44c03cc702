import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Dashboard } from '@/features/reporting/get-dashboard';
import { sizeInWords } from '@/rules/files/asset-names';

type Fact = { name: string; value: ReactNode; bad?: boolean; href?: string };

const count = (value: number) => value.toLocaleString('en');

/** Mail, jobs, storage and version: what whoever runs the site looks at first. */
export function Works({
  dashboard,
  version,
  mailHref,
}: {
  dashboard: Dashboard;
  version: { platform: string; node: string };
  /** Where mails that did not go out are listed, for whoever may see them. */
  mailHref: string | undefined;
}) {
  const { mails, publications, batches, storage, database, days } = dashboard;
  const groups: { title: string; facts: Fact[] }[] = [
    {
      title: 'Mail',
      facts: [
        { name: 'Waiting', value: count(mails.waiting) },
        {
          name: 'Failing, tried again',
          value: count(mails.failing),
          bad: mails.failing > 0,
          href: mailHref,
        },
        { name: 'Given up', value: count(mails.dead), bad: mails.dead > 0, href: mailHref },
        { name: 'Sent', value: count(mails.sent) },
      ],
    },
    {
      title: 'Jobs',
      facts: [
        { name: 'Publications waiting', value: count(publications.waiting) },
        { name: 'Publications failed', value: count(publications.failed), bad: publications.failed > 0 },
        { name: 'Batches waiting or running', value: count(batches.waiting) },
        { name: 'Batches failed', value: count(batches.failed), bad: batches.failed > 0 },
      ],
    },
    {
      title: 'Storage',
      facts: [
        { name: 'Pictures and media', value: count(storage.assets) },
        { name: 'Their size', value: sizeInWords(storage.assetBytes) },
        { name: 'Database', value: sizeInWords(storage.databaseBytes) },
      ],
    },
    {
      title: 'Version',
      facts: [
        { name: 'Platform', value: version.platform },
        { name: 'Node.js', value: version.node },
        { name: 'PostgreSQL', value: database.postgres },
        { name: 'Migrations applied', value: count(database.migrations) },
      ],
    },
  ];
  return (
    <>
      <div className="works">
        {groups.map(({ title, facts }) => (
          <section key={title} aria-labelledby={`works-${title}`}>
            <h3 id={`works-${title}`}>{title}</h3>
            <dl>
              {facts.map((fact) => (
                <FactRow key={fact.name} {...fact} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="mt-4 text-sm text-soft">
        What is sent, given up or failed is counted over the last {days} days.
      </p>
    </>
  );
}

function FactRow({ name, value, bad, href }: Fact) {
  return (
    <div>
      <dt>
        {href ? (
          <Link href={href} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd className={bad ? 'works-bad' : undefined}>{value}</dd>
    </div>
  );
}
