import type { Metadata } from 'next';
import Link from 'next/link';
import { Section } from '@/components/account/section';
import { LastSaved, VersionField } from '@/components/studio/courses/beside-stored';
import { KeepTyped } from '@/components/studio/courses/keep-typed';
import {
  AuthorFields,
  CoverFields,
  PlaceFields,
  PromiseFields,
  SourceFields,
  TitleFields,
} from '@/components/studio/courses/settings-fields';
import { SettingsRead } from '@/components/studio/courses/settings-read';
import { StaffList } from '@/components/studio/courses/staff-list';
import { courseRoleOptions, lastSaved } from '@/components/studio/courses/words';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { type CourseSettings, getCourseSettings } from '@/features/authoring/courses/get-course-settings';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { zones } from '../../zones';
import { addStaffAction, restoreCourseAction, saveCourseSettingsAction } from './actions';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: { params: Promise<{ course: string }> }) {
  const settings = await call(getCourseSettings, { course: (await params).course });
  return (
    <Page>
      <PageTitle lead="What the course says of itself, who works on it, and what becomes of it.">
        Settings
      </PageTitle>
      <Archived settings={settings} />
      <Words settings={settings} />
      <People settings={settings} />
      <Future settings={settings} />
    </Page>
  );
}

type Props = { settings: CourseSettings };

/** The way back stands first, because an archived course is seldom opened for anything else. */
function Archived({ settings: { slug, archived, published, mayOwn } }: Props) {
  if (!archived) return null;
  return (
    <div className="mb-10 grid max-w-3xl gap-4">
      <Notice title="This course is archived">
        It is out of the catalog and takes no new learners. Who was enrolled goes on learning.
      </Notice>
      {mayOwn && (
        <Form
          action={restoreCourseAction}
          submitLabel={published ? 'Put it back into the catalog' : 'Take it out of the archive'}
          pendingLabel="Restoring …"
          look="secondary"
          className="grid justify-items-start gap-4"
        >
          <input type="hidden" name="course" value={slug} />
        </Form>
      )}
    </div>
  );
}

function Words({ settings: { slug, words, fileId, mayEdit, pictures } }: Props) {
  if (!words)
    return (
      <div className="mb-10 grid max-w-3xl justify-items-start gap-4">
        <Notice tone="bad" title="These settings cannot be shown">
          {refusals['course-head-unreadable']}
        </Notice>
        <ButtonLink href={fileId ? `/teach/${slug}/files/${fileId}` : `/teach/${slug}/files`}>
          {fileId ? 'Open course.yaml' : 'Open the files'}
        </ButtonLink>
      </div>
    );
  const { values, version, savedAt, savedBy } = words;
  if (!mayEdit)
    return (
      <section aria-label="The course" className="mb-10">
        <p className="mb-5 text-soft">Owners and editors of the course change what stands here.</p>
        <SettingsRead values={values} />
      </section>
    );
  return (
    <Form
      action={saveCourseSettingsAction}
      submitLabel="Save the settings"
      pendingLabel="Saving …"
      doneMessage="Saved to the draft. Learners see it once it is published."
      className="mb-12 grid [&>button]:justify-self-start lg:[&>button]:ml-[20rem] xl:[&>button]:sticky xl:[&>button]:bottom-6 xl:[&>button]:ml-0 xl:[&>button]:justify-self-end"
    >
      <input type="hidden" name="course" value={slug} />
      <VersionField version={version} />
      <KeepTyped id={`settings:${slug}`} />
      <p className="mt-2 mb-6 text-sm text-soft">
        <LastSaved saved={lastSaved({ savedAt, savedBy })} /> The address, {slug}, stays for ever.
      </p>
      <Section id="words-heading" title="Name" about="What people read first, in the catalog and in links.">
        <TitleFields values={values} />
      </Section>
      <Section
        id="promise-heading"
        title="What it promises"
        about="The course page says all of it. A course is published once there are outcomes, an audience and a level."
      >
        <PromiseFields values={values} />
      </Section>
      <Section id="cover-heading" title="Cover" about="What stands on the course page.">
        <CoverFields values={values} slug={slug} pictures={pictures} />
      </Section>
      <Section id="place-heading" title="Language, place, date">
        <PlaceFields values={values} zones={zones()} />
      </Section>
      <Section
        id="authors-heading"
        title="Who made it"
        about="Whom the course page names. They need no account; who may write is decided below."
      >
        <AuthorFields values={values} />
      </Section>
      <Section
        id="source-heading"
        title="Built on"
        about="For a course that is framed from one document: an article, a law, a report. Fill in all four fields or none."
      >
        <SourceFields values={values} />
      </Section>
    </Form>
  );
}

function People({ settings: { slug, staff, mayOwn } }: Props) {
  return (
    <Section
      id="people"
      title="People"
      about={
        mayOwn
          ? 'Who works on the course. Nobody else sees its draft.'
          : 'Who works on the course. Its owners decide who does.'
      }
    >
      <StaffList course={slug} staff={staff} mayOwn={mayOwn} />
      {mayOwn && (
        <div className="mt-8">
          <h3 className="mb-3 text-lg">Add somebody</h3>
          <Form
            action={addStaffAction}
            submitLabel="Add to the course"
            pendingLabel="Adding …"
            doneMessage="Added. They are told by mail and find the course under Teach."
            look="secondary"
            className="grid gap-5 [&>button]:justify-self-start"
          >
            <input type="hidden" name="course" value={slug} />
            <Field
              name="email"
              label="E-mail address"
              hint="Of the account of an instructor."
              type="email"
              autoComplete="off"
            />
            <SelectField name="role" label="As" options={courseRoleOptions} defaultValue="editor" />
          </Form>
        </div>
      )}
    </Section>
  );
}

function Future({ settings: { slug, archived, mayEdit, mayOwn } }: Props) {
  if (!mayEdit) return null;
  return (
    <>
      <Section
        id="copy"
        title="Copy"
        about="A course of your own with everything in the draft: for another year, or another class."
      >
        <ButtonLink href={`/teach/${slug}/settings/duplicate`} look="secondary">
          Make a copy
        </ButtonLink>
      </Section>
      <Section
        id="as-files"
        title="As files"
        about="The draft as Markdown, YAML and media in a zip: to keep, to write in another editor, to take elsewhere."
      >
        <div className="flex flex-wrap gap-3">
          <a href={`/api/teach/${slug}/export`} className={buttonClass('secondary')}>
            Export the draft
          </a>
          <ButtonLink href={`/teach/${slug}/import`} look="secondary">
            Import files
          </ButtonLink>
        </div>
      </Section>
      {mayOwn && !archived && (
        <Section
          id="archive"
          title="Archive"
          about="For a course that is over. Nothing is deleted, and it can come back."
        >
          <Link
            href={`/teach/${slug}/settings/archive`}
            prefetch={false}
            className="inline-flex min-h-11 items-center rounded-md border border-bad px-5 py-2 text-[0.95rem] font-semibold text-bad hover:bg-bad-soft"
          >
            Archive the course
          </Link>
        </Section>
      )}
    </>
  );
}
