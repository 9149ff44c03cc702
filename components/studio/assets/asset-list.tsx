import Link from 'next/link';
import { Form } from '@/components/ui/form';
import type { ListedAsset } from '@/features/authoring/assets/list-assets';
import { assetWord, sizeInWords } from '@/rules/files/asset-names';
import type { FormState } from '@/rules/form-state';
import { CopyMarkdown } from './copy-markdown';
import { markdownFor } from './markdown';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = { course: string; asset: ListedAsset; mayEdit: boolean; deleteAction: Action };

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The picture itself, small, or what kind of file it is. */
function Thumbnail({ course, asset }: { course: string; asset: ListedAsset }) {
  const { hash, type, path } = asset;
  if (!type.startsWith('image/')) {
    return (
      <p className="asset-tile" aria-hidden="true">
        {path.split('.').at(-1)?.slice(0, 4).toUpperCase()}
      </p>
    );
  }
  const size = asset.width && asset.height ? { width: asset.width, height: asset.height } : {};
  return (
    // biome-ignore lint/performance/noImgElement: kept in widths of its own, and served to those who may see it
    <img
      className="asset-thumbnail"
      src={`/api/assets/${course}/${hash}/480`}
      alt=""
      loading="lazy"
      {...size}
    />
  );
}

function facts({ type, width, height, bytes }: ListedAsset): string {
  const size = width && height ? [`${width} × ${height} pixels`] : [];
  return [assetWord(type), ...size, sizeInWords(bytes)].join(' · ');
}

/** Where the draft names it, each place leading to its editor. */
function Uses({ course, asset: { uses } }: { course: string; asset: ListedAsset }) {
  if (uses.length === 0) return <p className="asset-unused">Not used in the draft yet.</p>;
  return (
    <p className="asset-uses">
      Used in{' '}
      {uses.map(({ fileId, title, line, lesson }, index) => (
        <span key={`${fileId}:${line}`}>
          {index > 0 && ', '}
          <Link href={`/teach/${course}/${lesson ? 'lessons' : 'files'}/${fileId}`} prefetch={false}>
            {title}
          </Link>{' '}
          <span className="asset-line">line {line}</span>
        </span>
      ))}
    </p>
  );
}

function DeleteAsset({ asset, course, deleteAction }: Omit<Props, 'mayEdit'>) {
  const { path, uses } = asset;
  return (
    <details className="asset-delete">
      <summary>
        Delete <span className="visually-hidden">{path}</span>
      </summary>
      <div className="asset-delete-body">
        {uses.length > 0 ? (
          <p>The draft uses this file. Take it out there first; published editions keep it in any case.</p>
        ) : (
          <Form
            action={deleteAction}
            submitLabel="Delete this file"
            pendingLabel="Deleting …"
            look="danger"
            className="grid justify-items-start gap-3"
          >
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="path" value={path} />
            <p>It leaves the draft. Editions that are published keep it.</p>
          </Form>
        )}
      </div>
    </details>
  );
}

function AssetItem({ course, asset, mayEdit, deleteAction }: Props) {
  const markdown = markdownFor(asset);
  return (
    <article className="asset-item">
      <div className="asset-sample">
        <Thumbnail course={course} asset={asset} />
      </div>
      <div className="min-w-0">
        <h3 className="asset-name">
          <a href={`/api/assets/${course}/${asset.hash}`}>{asset.path.replace(/^assets\//, '')}</a>
        </h3>
        <p className="asset-facts">{facts(asset)}</p>
        <p className="asset-facts">
          Added {days.format(asset.addedAt)}
          {asset.addedBy && ` by ${asset.addedBy}`}
        </p>
        <Uses course={course} asset={asset} />
      </div>
      <div className="asset-actions">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled to its end by keyboard */}
        <pre className="asset-markdown" tabIndex={0}>
          {markdown}
        </pre>
        <div className="asset-buttons">
          <CopyMarkdown markdown={markdown} />
          {mayEdit && <DeleteAsset course={course} asset={asset} deleteAction={deleteAction} />}
        </div>
      </div>
    </article>
  );
}

/** The files of a draft, one below the other. */
export function AssetList({
  assets,
  ...rest
}: {
  course: string;
  assets: ListedAsset[];
  mayEdit: boolean;
  deleteAction: Action;
}) {
  return (
    <ul className="asset-list">
      {assets.map((asset) => (
        <li key={asset.path}>
          <AssetItem asset={asset} {...rest} />
        </li>
      ))}
    </ul>
  );
}
