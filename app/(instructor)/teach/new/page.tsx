import type { Metadata } from 'next';
import Link from 'next/link';
import { Section } from '@/components/account/section';
import { KeepTyped } from '@/components/studio/courses/keep-typed';
import { LanguageField } from '@/components/studio/courses/language-field';
import { TitleAndAddress } from '@/components/studio/courses/title-and-address';
import { ZoneField } from '@/components/studio/courses/zone-field';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { TextArea } from '@/components/ui/text-area';
import { listTaughtCourses } from '@/features/authoring/list-taught-courses';
import { call } from '@/server/call';
import { createCourseAction } from '../actions';
import { zones } from '../zones';

export const metadata: Metadata = { title: 'New course' };

export default async function NewCoursePage() {
  // Who may not teach gets no form either.
  await call(listTaughtCourses, {});
  return (
    <Page>
      <Link
        href="/teach"
        prefetch={false}
        className="mb-3 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
      >
        ← Teach
      </Link>
      <PageTitle lead="A title is enough to begin. Nobody but you sees the course until you add people or publish it.">
        New course
      </PageTitle>
      <Form
        action={createCourseAction}
        submitLabel="Create the course"
        pendingLabel="Creating …"
        className="grid lg:[&>button]:ml-[20rem] [&>button]:justify-self-start"
      >
        <KeepTyped id="new-course" />
        <Section
          id="name-heading"
          title="Name"
          about="The title can change whenever you like. The address cannot."
        >
          <div className="grid gap-5">
            <TitleAndAddress />
            <TextArea
              name="summary"
              label="Summary"
              hint="One or two sentences, for the catalog. May wait."
              rows={3}
              maxLength={1_000}
            />
          </div>
        </Section>
        <Section
          id="place-heading"
          title="Language and place"
          about="The dates of the course are meant in its zone, wherever its learners are."
        >
          <div className="grid gap-5">
            <LanguageField defaultValue="en" />
            <ZoneField defaultValue="UTC" zones={zones()} ofBrowser />
          </div>
        </Section>
        <Section
          id="promise-heading"
          title="What it promises"
          about="All of this may wait. Until it is there, the studio reminds you and does not publish."
        >
          <div className="grid gap-5">
            <Field
              name="level"
              label="Level"
              hint="In your words, for example: no background needed."
              maxLength={100}
              autoComplete="off"
            />
            <TextArea name="audience" label="For whom" hint="One per line." rows={3} />
            <TextArea
              name="outcomes"
              label="What learners will be able to do"
              hint="One per line. Begin with a verb: explain, build, judge."
              rows={4}
            />
          </div>
        </Section>
      </Form>
    </Page>
  );
}
