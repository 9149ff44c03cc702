import type { Metadata } from 'next';
import Link from 'next/link';
import { CarriedList } from '@/components/studio/bank/carried-list';
import { BackLink } from '@/components/studio/sources/back-link';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { exportSet } from '@/features/authoring/bank/export-set';
import { counted } from '@/rules/counted';
import { formats, isFormat } from '@/rules/exchange/carries';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Export a set' };

type Props = {
  params: Promise<{ course: string; file: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ExportSetPage({ params, searchParams }: Props) {
  const [{ course, file }, query] = await Promise.all([params, searchParams]);
  const format = isFormat(query.format) ? query.format : 'gift';
  const { name } = formats[format];
  const { title, readable, count, report } = await call(exportSet, { course, file, format });
  return (
    <Page width="text">
      <BackLink href={`/teach/${course}/bank/${file}`}>{title}</BackLink>
      <PageTitle lead={`For Moodle and other systems. What ${name} has no place for is told line by line.`}>
        Export a set
      </PageTitle>
      {!readable && (
        <Notice tone="bad">
          The fields at the top of this set have a mistake, so nothing of it can be read.
        </Notice>
      )}
      <nav aria-label="Format" className="mb-6 flex flex-wrap gap-x-6">
        {Object.entries(formats).map(([word, { name: called }]) => (
          <Link
            key={word}
            href={`/teach/${course}/bank/${file}/export?format=${word}`}
            aria-current={word === format ? 'page' : undefined}
            prefetch={false}
            className="bank-format"
          >
            {called}
          </Link>
        ))}
      </nav>
      {count > 0 && (
        <p className="mb-6">
          <a
            href={`/api/teach/${course}/bank/${file}?format=${format}`}
            className={buttonClass('primary')}
            download
          >
            Download {counted(count, 'question')} as {name}
          </a>
        </p>
      )}
      {report.length > 0 ? (
        <CarriedList lines={report} />
      ) : (
        <Empty title="There is no question in this set">Write one first, or import some.</Empty>
      )}
    </Page>
  );
}
