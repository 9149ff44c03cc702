import type { Metadata } from 'next';
import { GradebookNav } from '@/components/grading/gradebook-nav';
import { SettingsFields } from '@/components/grading/settings-fields';
import { SettingsForm } from '@/components/grading/settings-form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { getGradebookSettings } from '@/features/learning/gradebook/get-gradebook-settings';
import { call } from '@/server/call';
import { saveGradebookAction } from './actions';

export const metadata: Metadata = { title: 'How grades count' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ saved?: string | string[] }>;
};

export default async function GradebookSettingsPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { saved } = await searchParams;
  const settings = await call(getGradebookSettings, { course });
  return (
    <Page>
      <PageTitle lead="How the grades of this course come to one total, and what passing asks.">
        How grades count
      </PageTitle>
      <GradebookNav course={course} here="grades/settings" mayGrade />
      {/^(later|\d{1,7})$/.test(String(saved)) && (
        <div className="mb-6">
          <Notice tone="good">
            {saved === 'later'
              ? 'Saved. The totals are brought along now, which takes a moment with so many learners.'
              : `Saved, and the totals of everybody with grades (${saved}) are brought along.`}
          </Notice>
        </div>
      )}
      <SettingsForm key={settings.version} action={saveGradebookAction}>
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="version" value={settings.version} />
        <SettingsFields settings={settings} />
      </SettingsForm>
    </Page>
  );
}
