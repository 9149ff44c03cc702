import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { GradingForm } from '@/components/grading/grading-form';
import { Reopen } from '@/components/grading/reopen';
import { TwoGradings } from '@/components/grading/two-gradings';
import { Entries } from '@/components/lesson/claims/entries';
import { CommentedText } from '@/components/lesson/work/commented-text';
import { CommentDesk } from '@/components/lesson/work/comments/comment-desk';
import { DeletedComment } from '@/components/lesson/work/comments/deleted-comment';
import { FileList } from '@/components/lesson/work/file-list';
import { PeerAdvice } from '@/components/lesson/work/peer-advice';
import { Rubric } from '@/components/lesson/work/rubric';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import { getPeerResult } from '@/features/learning/peers/get-peer-result';
import { type GradingScreen, getGrading } from '@/features/learning/work/get-grading';
import { numbered } from '@/rules/work/comments';
import { stageWords } from '@/rules/work/moderation-words';
import { passagesOf } from '@/rules/work/text';
import { call } from '@/server/call';
import { answerDisputeAction, claimWorkAction, gradeAction, reopenGradingAction } from '../actions';
import { commentAction } from '../comments/actions';

type Props = {
  params: Promise<{ course: string; submission: string }>;
  searchParams: Promise<{ deleted?: string | string[] }>;
};

const load = cache((course: string, submission: string) => call(getGrading, { course, submission }));

/** Without a name, which is not known of anonymous work. */
export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { course, submission } = await params;
  return { title: `Grading: ${(await load(course, submission)).title}` };
}

export default async function GradingPage({ params, searchParams }: Props) {
  const { course, submission } = await params;
  const { deleted } = await searchParams;
  const screen = await load(course, submission);
  const { title, number, learner, state, promise, back, size, entries, text, byClock } = screen;
  // Comments are on words of the text; without any, entries say it all.
  const asText = !entries || state === 'mine' || screen.comments.length > 0;
  return (
    <Page>
      <p className="attempt-way">
        <Link href={`/teach/${course}/work`} prefetch={false}>
          ← Written work
        </Link>
      </p>
      <PageTitle lead={learner ?? 'Without a name until it is graded'}>
        {title}
        {number > 1 && `, version ${number}`}
      </PageTitle>
      {state === 'mine' && (
        <p className="work-jump">
          <a href={`#level-${screen.rubric[0]?.id}-0`}>To the rubric</a>
          <span className="work-hint">
            Keys: in a criterion <kbd>1</kbd> to <kbd>9</kbd> choose its level, the lowest first, and go on to
            the next; <kbd>Ctrl</kbd> <kbd>Enter</kbd> finishes and takes the next. With words selected{' '}
            <kbd>c</kbd> begins a comment, and in an empty one <kbd>/</kbd> opens the comment bank.
          </span>
        </p>
      )}
      <div className="grading-page">
        <section aria-labelledby="the-text">
          <h2 id="the-text">{entries ? 'The entries' : 'The text'}</h2>
          <p className="work-hint">
            {size} Handed in {screen.handedInAt && <Instant at={screen.handedInAt} />}
            {byClock && ' by the clock'}.
            {state !== 'graded' && (
              <>
                {' '}
                Promised by {back}:{' '}
                <span className={promise.overdue ? 'work-trouble' : ''}>{promise.words}</span>
              </>
            )}
          </p>
          <FileList files={screen.files} />
          {entries && <Entries entries={entries} />}
          {entries && asText && <h3>The same as a text, with comments on its words</h3>}
          {state === 'mine' ? (
            <>
              {typeof deleted === 'string' && (
                <DeletedComment course={course} submission={screen.id} id={deleted} action={commentAction} />
              )}
              <CommentDesk
                key={screen.id}
                course={course}
                submission={screen.id}
                text={text}
                comments={screen.comments}
                criteria={screen.rubric.map(({ id }) => id)}
                bank={screen.bank}
                fresh={randomUUID()}
                action={commentAction}
              />
            </>
          ) : (
            asText && <CommentedText passages={passagesOf(text)} comments={numbered(screen.comments)} />
          )}
        </section>
        <section aria-labelledby="its-rubric">
          <h2 id="its-rubric">The rubric</h2>
          {screen.stage && <p className="work-hint">{stageWords[screen.stage]}.</p>}
          {screen.given.length > 0 && <TwoGradings rubric={screen.rubric} given={screen.given} />}
          {state === 'mine' ? (
            <GradingForm
              key={screen.id}
              course={course}
              submission={screen.id}
              rubric={screen.rubric}
              scores={screen.scores}
              comment={screen.comment}
              grade={gradeAction}
            />
          ) : (
            <NotMine screen={screen} course={course} />
          )}
        </section>
      </div>
      <PeerAdvice
        of={await call(getPeerResult, { course, submission })}
        course={course}
        answer={answerDisputeAction}
      />
    </Page>
  );
}

/** What there is of work that one does not grade oneself: done, held by another, or free to be taken. */
function NotMine({ screen, course }: { screen: GradingScreen; course: string }) {
  const { state, grader, released, rubric, scores, comment } = screen;
  if (state === 'graded')
    return (
      <>
        <p className="mb-3">
          {grader ? `Graded by ${grader}.` : 'Graded by its peers, as the rules say.'}{' '}
          {released ? 'Its learner sees the result.' : 'Its learner sees the result once it is released.'}
        </p>
        <Rubric rubric={rubric} scores={scores} />
        {comment !== '' && <p className="work-comment">{comment}</p>}
        {screen.mayReopen && <Reopen course={course} submission={screen.id} action={reopenGradingAction} />}
      </>
    );
  if (state === 'waits')
    return (
      <>
        <Rubric rubric={rubric} scores={scores} />
        {comment !== '' && <p className="work-comment">{comment}</p>}
        {screen.stage !== 'apart' && (
          <p>You have graded it. Another person grades it, too, and sees nothing of yours.</p>
        )}
      </>
    );
  return (
    <>
      <Rubric rubric={rubric} />
      {state === 'held' ? (
        <p>{grader} is grading it.</p>
      ) : (
        <Form action={claimWorkAction} submitLabel="Grade this" pendingLabel="Taking it …">
          <input type="hidden" name="course" value={course} />
          <input type="hidden" name="submission" value={screen.id} />
        </Form>
      )}
    </>
  );
}
