import { planLab } from '@/features/learning/labs/plan-lab';
import { saveLabWork } from '@/features/learning/labs/save-lab-work';
import { submitLab } from '@/features/learning/labs/submit-lab';
import { valuesOf } from '@/rules/labs/form-values';
import { currentActor } from '@/server/auth/session';
import { env } from '@/server/env';
import { ask, open } from '@/server/route';
import { solidity } from '@/server/solidity';
import { draftFromForm, labForm, largestLab } from '../../../lab-form';

type Context = { params: Promise<{ course: string; lesson: string }> };

const runner = () => solidity(Number(env().SOLIDITY_WORKERS));

/** Where what somebody handed in stands in the queue: 0 is being run, and null is nowhere, at least not on this server. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ message: 'You are signed out.' }, { status: 401 });
  return Response.json(
    { position: runner().position(actor.userId) },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}

/**
 * Hands a lab in. A plain form is saved first, so that nothing that was typed is lost when it is refused; its two
 * buttons say whether it is then handed in, too.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { course, lesson } = await params;
  const plain = await labForm(request);
  const block = String(plain?.get('block') ?? '');
  const page = `/learn/${course}/${lesson}`;
  const back = (problem: string | null) => {
    const query =
      problem === null ? '' : `?lab=${encodeURIComponent(block)}&lab-problem=${encodeURIComponent(problem)}`;
    return `${page}${query}#${encodeURIComponent(block)}`;
  };
  const door = { fromAddress: { course, lesson }, largest: largestLab, back };
  if (plain) {
    const saved = await open(request.clone(), {
      ...door,
      operation: saveLabWork,
      fromForm: draftFromForm,
    });
    const isSaved = saved.status === 303 && saved.headers.get('location') === back(null);
    if (!isSaved || plain.get('then') === 'save') return saved;
  }
  return open(request, {
    ...door,
    operation: submitLab,
    // What has to be compiled and run is, before anything is held in the database.
    before: async ({ report: _sent, ...given }, actor) => {
      const plan = await ask(planLab, given, actor);
      return { report: plan && actor ? await runner().run(plan, actor.userId) : null };
    },
    fromForm: (form) => ({
      block,
      attempt: form.get('attempt'),
      key: form.get('key'),
      values: valuesOf(form),
    }),
  });
}
