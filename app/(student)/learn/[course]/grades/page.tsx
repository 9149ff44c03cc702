import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { OwnGradesView } from '@/components/grading/own-grades';
import { Page, PageTitle } from '@/components/ui/page';
import { getOwnGrades } from '@/features/learning/gradebook/get-own-grades';
import { call } from '@/server/call';

type Props = { params: Promise<{ course: string }> };

const load = cache((course: string) => call(getOwnGrades, { course }));

/** Loads before it names the page, so that a page one may not see has not even a title. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).course);
  return { title: 'Your grades' };
}

export default async function OwnGradesPage({ params }: Props) {
  const grades = await load((await params).course);
  return (
    <Page width="text">
      <PageTitle
        lead={
          <>
            In{' '}
            <Link href={`/learn/${grades.slug}`} prefetch={false} className="underline underline-offset-4">
              {grades.title}
            </Link>
            : every grade, how it came about, and what they come to. You alone and who teaches here see this.
          </>
        }
      >
        Your grades
      </PageTitle>
      <OwnGradesView grades={grades} />
    </Page>
  );
}
