import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';
import type { ListedCourse } from '@/features/catalog/list-courses';
import { CourseList } from './course-card';

type Props = {
  name: string;
  /** Whether the person is or was in any course. */
  beganBefore: boolean;
  /** The one thing to continue with, if there is one. */
  next: ReactNode;
  /** Courses the person is not in. */
  open: ListedCourse[];
};

/** The front of the site for whoever is signed in: carry on, or begin. */
export function Home({ name, beganBefore, next, open }: Props) {
  return (
    <Page>
      <PageTitle>
        {beganBefore ? 'Welcome back' : 'Welcome'}, {name}
      </PageTitle>
      {next ?? (beganBefore ? <NothingOpen /> : <BlankPage anyCourse={open.length > 0} />)}
      {open.length > 0 && (
        <section aria-labelledby="open" className="mt-16">
          <h2 id="open" className="kicker mb-5 font-normal tracking-normal">
            {beganBefore ? 'Open to you' : 'Choose where to begin'}
          </h2>
          <CourseList courses={open} />
        </section>
      )}
    </Page>
  );
}

function NothingOpen() {
  return (
    <div className="course-sheet px-7 py-8">
      <p className="font-serif text-2xl font-semibold">Nothing is waiting for you</p>
      <p className="mt-2 max-w-prose text-soft">
        You have no lesson left to do in a course that is open to you. Everything you did is kept.
      </p>
      <ButtonLink href="/learn" look="secondary" className="mt-5">
        My learning
      </ButtonLink>
    </div>
  );
}

/** A ledger page without an entry: what will stand here, and what writes the first line. */
function BlankPage({ anyCourse }: { anyCourse: boolean }) {
  return (
    <div className="course-sheet blank-ledger py-8 pr-7 pl-16 sm:pl-20">
      <p className="font-serif text-2xl leading-10 font-semibold">Your ledger is empty</p>
      <p className="max-w-prose leading-10 text-soft">
        {anyCourse
          ? 'Enroll in a course, and the first section you read writes the first line. From then on this page leads back to where you stopped.'
          : 'No course is published yet. As soon as one is, it is listed here.'}
      </p>
    </div>
  );
}
