import type { Metadata } from 'next';
import { cache } from 'react';
import { AnswersTable } from '@/components/grading/answers-table';
import { EditionField } from '@/components/grading/edition-field';
import { OptionsUsed } from '@/components/grading/options-used';
import { QuestionHead } from '@/components/grading/question-head';
import { editionsInWords } from '@/components/grading/statistic-words';
import { Page } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { getQuestion } from '@/features/learning/oversight/get-question';
import { call } from '@/server/call';

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
  const at = typeof page === 'string' && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
  return load(course, lesson, block, typeof edition === 'string' ? edition : '', at);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { quiz, text } = await loadFrom(props);
  return { title: `${text}: ${quiz.title}` };
}

export default async function QuestionPage(props: Props) {
  const { course, lesson, block } = await props.params;
  const screen = await loadFrom(props);
  const room = `/teach/${course}/quizzes/${lesson}/questions`;
  const here = `${room}/${block}`;
  return (
    <Page>
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
        {screen.answers.length === 0 ? (
          <p className="text-soft">Nobody has answered it yet.</p>
        ) : (
          <AnswersTable answers={screen.answers} asked={screen.asked} />
        )}
        <Pager
          page={screen.page}
          pages={screen.pages}
          hrefOf={(page) => `${here}?edition=${screen.through}&page=${page}`}
        />
      </section>
    </Page>
  );
}
