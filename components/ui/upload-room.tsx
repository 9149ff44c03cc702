import type { ReactNode } from 'react';
import { Page, PageTitle } from './page';

type Props = {
  title: string;
  lead: string;
  /** The way back, above the title. */
  back?: ReactNode;
  /** What is taken, beside the forms. */
  taken: { id: string; title: string; content: ReactNode };
  children: ReactNode;
};

/** The room of an upload: the forms and what waits, and beside them what is taken. */
export function UploadRoom({ title, lead, back, taken, children }: Props) {
  return (
    <Page>
      {back}
      <PageTitle lead={lead}>{title}</PageTitle>
      <div className="upload-room">
        <div className="grid content-start gap-10">{children}</div>
        <section aria-labelledby={taken.id}>
          <h2 id={taken.id} className="mb-3 text-xl">
            {taken.title}
          </h2>
          {taken.content}
        </section>
      </div>
    </Page>
  );
}

/** One of its parts, with a head. */
export function UploadPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
