import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Paragraphs } from '@/components/ui/paragraphs';
import type { WorkStanding } from '@/features/learning/work/standing';
import type { FormState } from '@/rules/form-state';
import { signOfFiles } from '@/rules/work/files';
import { paragraphsOf } from '@/rules/work/text';
import { lengthProblem } from '@/rules/work/work';
import { FileList } from './file-list';

type Props = {
  work: WorkStanding;
  writing: NonNullable<WorkStanding['writing']>;
  course: string;
  lesson: string;
  home: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The last look at a text before it is handed in: how long it is, and that nothing can be changed afterwards. */
export function HandIn({ work, writing, course, lesson, home, action }: Props) {
  const { number, text, words, revision, files } = writing;
  const problem = work.rules.form === 'text' ? lengthProblem(work.rules, words) : null;
  return (
    <section aria-labelledby="hand-in">
      <h3 id="hand-in">{problem ? 'Not ready to be handed in' : `You hand in ${words} words`}</h3>
      <p>
        {problem ??
          'Once it is handed in, nothing in it can be changed. This is the whole of it, as it is saved:'}
      </p>
      {!problem && <Paragraphs paragraphs={paragraphsOf(text)} />}
      {!problem && <FileList files={files} />}
      <div className="finish-actions">
        {!problem && (
          <Form
            action={action}
            submitLabel="Hand it in"
            pendingLabel="Handing in …"
            className="grid gap-5 [&>button]:justify-self-start"
          >
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="lesson" value={lesson} />
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="files" value={signOfFiles(files)} />
          </Form>
        )}
        <ButtonLink href={`${home}#work`} look="secondary">
          Go on writing
        </ButtonLink>
      </div>
    </section>
  );
}
