import type { Metadata } from 'next';
import { cache, type ReactNode } from 'react';
import { AnswersTable } from '@/components/grading/answers-table';
import { CorrectionChoice } from '@/components/grading/correction-choice';
import { CorrectionList } from '@/components/grading/correction-list';
import { EditionField } from '@/components/grading/edition-field';
import { HintsUsed, SaidHowSure } from '@/components/grading/hints-used';
import { OptionsUsed } from '@/components/grading/options-used';
import { QuestionHead } from '@/components/grading/question-head';
import { editionsInWords } from '@/components/grading/statistic-words';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { getQuestion, type QuestionScreen } from '@/features/learning/oversight/get-question';
import { call } from '@/server/call';
import { pageFrom } from './page-from';

type Props = {
  params: Promise<{ course: string; lesson: string; block: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache((course: string, lesson: string, block: string, edition: string, page: number) =>
  call(getQuestion, { course, lesson, block, edition, page }),
);

async function loadFrom({ params, searchParams }: Props) {
  const { course, lesson, block } = await params;
  const { edition, page } = await searchParams;
  return load(course, lesson, block, typeof edition === 'string' ? edition : '', pageFrom(page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { quiz, text } = await loadFrom(props);
  return { title: `${text}: ${quiz.title}` };
}

export default async function QuestionPage(props: Props) {
  const { course, lesson, block } = await props.params;
  const { did, learners } = await props.searchParams;
  const screen = await loadFrom(props);
  const room = `/teach/${course}/quizzes/${lesson}/questions`;
  const here = `${room}/${block}`;
  return (
    <Page>
      <Done did={did} learners={learners} />
      <QuestionHead room={room} screen={screen} />
      <EditionField
        action={here}
        editions={screen.versions.map(({ from, through }) => ({
          value: through,
          label: `As in ${editionsInWords(from, through)}`,
        }))}
        chosen={String(screen.through)}
      />
      {screen.options && (
        <section aria-labelledby="options" className="figure-part">
          <h2 id="options">What was chosen</h2>
          <OptionsUsed options={screen.options} asked={screen.asked} />
        </section>
      )}
      <section aria-labelledby="answers" className="figure-part">
        <h2 id="answers">What was answered</h2>
        {screen.mayGrade ? (
          <CorrectionChoice action={`${here}/correct`} screen={screen}>
            <Answers screen={screen} tick={(answer) => <Tick answer={answer} />} />
            <Pages screen={screen} here={here} />
          </CorrectionChoice>
        ) : (
          <>
            <Answers screen={screen} />
            <Pages screen={screen} here={here} />
          </>
        )}
      </section>
      {screen.hints.length > 0 && (
        <section aria-labelledby="hints" className="figure-part">
          <h2 id="hints">Which hints were taken</h2>
          <HintsUsed hints={screen.hints} asked={screen.asked} />
        </section>
      )}
      {screen.confidence.length > 0 && (
        <section aria-labelledby="confidence" className="figure-part">
          <h2 id="confidence">How sure they were</h2>
          <SaidHowSure confidence={screen.confidence} />
        </section>
      )}
      {screen.corrections.length > 0 && (
        <section aria-labelledby="corrections" className="figure-part">
          <h2 id="corrections">What was put right</h2>
          <CorrectionList corrections={screen.corrections} here={here} mayGrade={screen.mayGrade} />
        </section>
      )}
    </Page>
  );
}

type Of = { screen: QuestionScreen };
type Answer = QuestionScreen['answers'][number];

function Answers({ screen, tick }: Of & { tick?: (answer: Answer) => ReactNode }) {
  return screen.answers.length === 0 ? (
    <p className="text-soft">Nobody has answered it yet.</p>
  ) : (
    <AnswersTable answers={screen.answers} asked={screen.asked} tick={tick} />
  );
}

function Tick({ answer: { id, words, score, alsoRight } }: { answer: Answer }) {
  if (score === 1 || alsoRight) return <span className="w-6 shrink-0" />;
  return (
    <label className="answer-tick">
      <input type="checkbox" name="answer" value={id} />
      <span className="visually-hidden">Count “{words}” as right as well</span>
    </label>
  );
}

function Pages({ screen, here }: Of & { here: string }) {
  return (
    <Pager
      page={screen.page}
      pages={screen.pages}
      hrefOf={(page) => `${here}?edition=${screen.through}&page=${page}`}
    />
  );
}

/** What was just done, after the page of it led back here. */
function Done({ did, learners }: { did: unknown; learners: unknown }) {
  if (did !== 'corrected' && did !== 'taken-back') return null;
  const count = typeof learners === 'string' && /^[1-9]\d{0,6}$/.test(learners) ? Number(learners) : 0;
  const whom = count === 0 ? 'No learner’s result changed.' : `Learners whose result changed: ${count}.`;
  return (
    <div className="mb-6">
      <Notice
        tone="good"
        title={did === 'corrected' ? 'The question is put right' : 'The correction is taken back'}
      >
        {whom}
      </Notice>
    </div>
  );
}
