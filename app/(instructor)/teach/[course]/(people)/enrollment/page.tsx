import { randomBytes } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { CopyLine } from '@/components/roster/copy-line';
import { StoredNow } from '@/components/roster/stored-now';
import { TermsFields } from '@/components/roster/terms-fields';
import { termsLabels } from '@/components/roster/terms-labels';
import { Told } from '@/components/roster/told';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getCourseTerms } from '@/features/enrollment/terms/get-course-terms';
import { keyBytes, keyOfBytes } from '@/rules/enrollment/enrollment-key';
import { call, siteAddress } from '@/server/call';
import { saveCourseTermsAction } from './actions';

export const metadata: Metadata = { title: 'Ways in' };

export default async function EnrollmentPage({ params }: { params: Promise<{ course: string }> }) {
  const terms = await call(getCourseTerms, { course: (await params).course });
  const { slug, zone, version, form, seatsTaken, waiting } = terms;
  const link = new URL(`/courses/${slug}`, siteAddress());
  if (form.policy === 'key') link.searchParams.set('key', form.key);
  return (
    <Page>
      <PageTitle lead="How people come into the course, when, how many and for how long. An invitation, a list and what you do in the roster work whatever stands here.">
        Ways in
      </PageTitle>
      {terms.archived && (
        <div className="mb-8 max-w-3xl">
          <Notice title="This course is archived">It takes no new learners until it is put back.</Notice>
        </div>
      )}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <Form
          action={saveCourseTermsAction}
          submitLabel="Save the ways in"
          pendingLabel="Saving …"
          doneMessage="Saved. It holds from now on. Seats that are free now are offered to the waitlist, if somebody waits."
          className="grid gap-8 [&>button]:justify-self-start"
        >
          <input type="hidden" name="course" value={slug} />
          <StoredNow version={version} labels={termsLabels} />
          <TermsFields values={form} zone={zone} suggestedKey={keyOfBytes(randomBytes(keyBytes))} />
        </Form>
        <Told sentences={terms.told}>
          <p className="mt-4 border-t border-rule pt-4 text-sm text-soft">
            {seatsTaken} {seatsTaken === 1 ? 'seat is' : 'seats are'} taken, and {waiting}{' '}
            {waiting === 1 ? 'person waits' : 'people wait'} for one. The zone is a{' '}
            <Link href={`/teach/${slug}/settings`} prefetch={false} className="underline underline-offset-4">
              setting of the course
            </Link>
            .
          </p>
          {terms.published && (
            <div className="mt-4">
              <CopyLine
                label={form.policy === 'key' ? 'A link that carries the key' : 'A link to the course'}
                text={link.href}
              />
            </div>
          )}
        </Told>
      </div>
    </Page>
  );
}
