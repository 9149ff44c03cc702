import type { Metadata } from 'next';
import { AssetList } from '@/components/studio/assets/asset-list';
import { UploadForm } from '@/components/studio/assets/upload-form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listAssets } from '@/features/authoring/assets/list-assets';
import { sizeInWords } from '@/rules/files/asset-names';
import { largestDraft, uploadProblems } from '@/rules/files/uploads';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { deleteAssetAction } from './actions';

export const metadata: Metadata = { title: 'Pictures and media' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What became of a file that was sent or deleted. Only our own words are ever shown. */
function Outcome({ added, deleted, problem, paths }: Record<string, unknown> & { paths: string[] }) {
  const words: Record<string, string> = { ...uploadProblems, ...refusals };
  if (typeof problem === 'string' && Object.hasOwn(words, problem)) {
    return <Notice tone="bad">{words[problem]}</Notice>;
  }
  const path = paths.find((known) => known === added);
  if (path) return <Notice tone="good">Stored as {path}.</Notice>;
  return deleted ? <Notice tone="good">The file is deleted from the draft.</Notice> : null;
}

export default async function AssetsPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { added, deleted, problem } = await searchParams;
  const { assets, bytes, mayEdit } = await call(listAssets, { course });
  const count = assets.length === 1 ? '1 file' : `${assets.length} files`;
  return (
    <Page>
      <PageTitle lead="What stands beside the text. A picture is written anew without what the camera noted, and kept in the widths that screens need; only those who may see the course see it.">
        Pictures and media
      </PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Outcome added={added} deleted={deleted} problem={problem} paths={assets.map(({ path }) => path)} />
        {mayEdit && <UploadForm course={course} />}
        <section aria-labelledby="asset-files">
          <div className="asset-list-head">
            <h2 id="asset-files" className="text-2xl">
              In the draft
            </h2>
            {assets.length > 0 && (
              <p className="text-soft">
                {count}, {sizeInWords(bytes)} of {sizeInWords(largestDraft)}
              </p>
            )}
          </div>
          {assets.length > 0 ? (
            <AssetList course={course} assets={assets} mayEdit={mayEdit} deleteAction={deleteAssetAction} />
          ) : (
            <Empty title="No files yet">
              <p>
                {mayEdit
                  ? 'Add a picture above, then put it into a lesson with the line that stands beside it here.'
                  : 'The people who write this course have not added any.'}
              </p>
            </Empty>
          )}
        </section>
      </div>
    </Page>
  );
}
