import type { Metadata } from 'next';
import { CoverageGrid } from '@/components/studio/sources/coverage-grid';
import { CoverageList } from '@/components/studio/sources/coverage-list';
import { CoverageSwitch } from '@/components/studio/sources/coverage-switch';
import { NotTaught } from '@/components/studio/sources/not-taught';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { getCoverage } from '@/features/authoring/sources/get-coverage';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Coverage' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ by?: string | string[] }>;
};

export default async function CoveragePage({ params, searchParams }: Props) {
  const { course } = await params;
  const by = (await searchParams).by === 'theme' ? 'theme' : 'passage';
  const screen = await call(getCoverage, { course, by });
  return (
    <Page>
      <PageTitle lead="Which lesson frames which passage of the sources, and which objectives and questions test it. What is shown is the draft.">
        Coverage
      </PageTitle>
      {screen.hasThemes && <CoverageSwitch course={course} by={by} />}
      {screen.rows.length > 0 ? (
        <>
          <NotTaught course={course} screen={screen} />
          <CoverageGrid course={course} screen={screen} />
          <CoverageList course={course} screen={screen} />
        </>
      ) : (
        <Empty
          title="There are no passages to cover yet"
          action={<ButtonLink href={`/teach/${course}/sources`}>Open the sources</ButtonLink>}
        >
          Take a document in, or write passages.yaml: then this page shows what is taught where, and what is
          not.
        </Empty>
      )}
    </Page>
  );
}
