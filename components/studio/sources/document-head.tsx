import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page';
import type { DocumentScreen } from '@/features/authoring/sources/get-document';
import { languageName } from './languages';
import { sourceKindOptions } from './source-kinds';

/** The head of a document: what it is, how far one has got with it, and what can be done with it. */
export function DocumentHead({ course, screen }: { course: string; screen: DocumentScreen }) {
  const { document, counts, fileId, mayEdit, show } = screen;
  const href = `/teach/${course}/sources/${fileId}`;
  const kind = sourceKindOptions.find(({ value }) => value === document.kind)?.label ?? document.kind;
  const tab = (name: 'all' | 'unchecked', label: string) => (
    <Link
      href={name === 'all' ? href : `${href}?show=unchecked`}
      prefetch={false}
      aria-current={show === name ? 'page' : undefined}
      className="source-filter"
    >
      {label}
    </Link>
  );
  return (
    <>
      <PageTitle
        lead={
          <>
            <span lang={document.language}>
              {document.author ? `${document.author}, ` : ''}
              {document.publisher}
            </span>
            , {document.dateWords} · {kind} · {languageName(document.language)}
          </>
        }
      >
        <span lang={document.language}>{document.title}</span>
      </PageTitle>
      <dl className="source-facts">
        {document.retells && <Fact name="Retells">{document.retells}</Fact>}
        {document.rights && <Fact name="Rights">{document.rights}</Fact>}
        {document.url && (
          <Fact name="Address">
            <a
              href={document.url}
              rel="noopener noreferrer ugc"
              className="break-all text-accent underline underline-offset-4"
            >
              {document.url}
            </a>
          </Fact>
        )}
        <Fact name="Cited as">
          <code>:cite[{document.id}]</code>
        </Fact>
      </dl>
      {document.paraphraseOnly && (
        <p className="mt-4 border-l-4 border-accent bg-accent-soft px-4 py-3">
          Readers do not see the words of this document, only paraphrases. A passage that a lesson uses needs
          one.
        </p>
      )}
      {mayEdit && (
        <p className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href={`${href}/frame`}>Frame as a lesson</ButtonLink>
          <ButtonLink look="secondary" href={`${href}/about`}>
            About this source
          </ButtonLink>
          <ButtonLink look="quiet" href={`/teach/${course}/files/${fileId}`}>
            Its file
          </ButtonLink>
        </p>
      )}
      <nav aria-label="Which passages" className="source-filters">
        {tab('all', `All ${counts.passages} passages`)}
        {tab('unchecked', `${counts.unchecked} not yet checked`)}
        <span className="text-soft">
          {counts.used} used in lessons · {counts.removed} taken out
        </span>
      </nav>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
