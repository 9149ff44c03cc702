import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { actAbout, actWords, type CareAct } from '@/components/roster/care/act-words';
import { AlsoLeftOut, InParts } from '@/components/roster/care/beyond';
import { ChangeForm } from '@/components/roster/care/change-form';
import { ChosenList } from '@/components/roster/care/chosen-list';
import { RemindForm } from '@/components/roster/care/remind-form';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { reviewCare } from '@/features/enrollment/care/review-care';
import { careWords } from '@/rules/enrollment/care';
import { usualReminder } from '@/rules/enrollment/reminders';
import { refusals } from '@/rules/refusals';
import { callOrRefusal } from '@/server/call-or-refusal';
import { type CareParams, careHref, careQuery, tickedIds } from '../search-params';
import { actAction, remindAction } from './actions';

export const metadata: Metadata = { title: 'Look over, then act' };

type Props = { params: Promise<{ course: string }>; searchParams: CareParams };

export default async function ActPage({ params, searchParams }: Props) {
  const { course } = await params;
  const raw = await searchParams;
  const query = careQuery(raw);
  const act = (Object.keys(actWords) as CareAct[]).find((known) => known === raw.do) ?? 'remind';
  const who = raw.who === 'all' ? 'all' : 'ticked';
  const ids = who === 'all' ? [] : tickedIds(raw.e);
  const back = careHref(course, query);
  if (who === 'ticked' && ids.length === 0) redirect(careHref(course, query, { nobody: '1' }));
  const asked = { course, ...query, who, people: ids.join(',') } as const;
  const review = await callOrRefusal(reviewCare, asked);
  if (typeof review === 'string') {
    return (
      <Page>
        <PageTitle>{actWords[act].title}</PageTitle>
        <Notice tone="bad">{refusals[review]}</Notice>
        <ButtonLink look="secondary" href={back} className="mt-6">
          Back to the list
        </ButtonLink>
      </Page>
    );
  }
  const reached = review.people.filter(({ leftOut }) => leftOut === null);
  const leftOut = review.people.filter((person) => person.leftOut !== null);
  const hidden = Object.entries(asked).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <Page>
      <ButtonLink look="quiet" href={back} className="-ml-3 mb-2">
        ← {careWords[query.sign].label}
      </ButtonLink>
      <PageTitle lead={actAbout[act]}>{actWords[act].title}</PageTitle>
      {act === 'remind' ? (
        <>
          {review.toCome > 0 && <InParts now={reached.length} toCome={review.toCome} />}
          {reached.length > 0 ? (
            <RemindForm action={remindAction} count={reached.length} usual={usualReminder(query.sign)}>
              {hidden}
            </RemindForm>
          ) : (
            <Notice>{refusals['nobody-to-remind']}</Notice>
          )}
          <ChosenList title="Will be reminded" people={reached} />
          <ChosenList title="Left out" people={leftOut} why />
          <AlsoLeftOut reasons={Object.entries(review.alsoLeftOut)} />
        </>
      ) : review.all > review.mostActedOn ? (
        <Notice tone="bad">{refusals['too-many-at-once']}</Notice>
      ) : (
        <>
          <ChangeForm action={actAction} act={act} count={review.all} zone={review.zone}>
            {hidden}
            <input type="hidden" name="action" value={act} />
          </ChangeForm>
          <ChosenList title="Chosen" people={review.people} all={review.all} />
        </>
      )}
    </Page>
  );
}
