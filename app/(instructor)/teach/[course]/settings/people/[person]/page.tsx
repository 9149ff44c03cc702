import type { Metadata } from 'next';
import { Section } from '@/components/account/section';
import { courseRoleOptions, courseRoleWords } from '@/components/studio/courses/words';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { getStaffMember } from '@/features/authoring/courses/get-staff-member';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { removeStaffAction, setStaffRoleAction } from '../../actions';
import { BackToSettings } from '../../back-to-settings';

export const metadata: Metadata = { title: 'Somebody who works on the course' };

type Props = { params: Promise<{ course: string; person: string }> };

export default async function StaffMemberPage({ params }: Props) {
  const { course, person } = await params;
  const { slug, member, self, refusal } = await call(getStaffMember, { course, userId: person });
  return (
    <Page>
      <BackToSettings course={slug} />
      <PageTitle lead={<span className="break-all">{member.email}</span>}>{member.name}</PageTitle>
      <p className="-mt-3 mb-8 text-soft">
        {courseRoleWords[member.role]} of this course
        {self && ', and you yourself'}
        {member.suspended && '; the account is suspended'}
      </p>
      {refusal ? (
        <div className="max-w-3xl">
          <Notice title={self ? 'You are the last owner' : 'This is the last owner'}>
            {refusals[refusal]} Owners are added and appointed on the settings page.
          </Notice>
        </div>
      ) : (
        <>
          <Section
            id="role-heading"
            title={self ? 'What you may do' : 'What they may do'}
            about={self ? 'It holds at once. Only another owner can undo it.' : 'It holds at once.'}
          >
            <Form
              action={setStaffRoleAction}
              submitLabel="Change it"
              pendingLabel="Changing …"
              doneMessage="Changed."
              look="secondary"
              className="grid gap-5 [&>button]:justify-self-start"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="userId" value={member.userId} />
              <SelectField name="role" label="As" options={courseRoleOptions} defaultValue={member.role} />
            </Form>
          </Section>
          <Section
            id="remove-heading"
            title={self ? 'Leave the course' : 'Take them off the course'}
            about={
              self
                ? 'The studio closes for you at once. What you wrote stays, and an owner can add you again.'
                : 'The studio closes for them at once. What they wrote stays, and they can be added again.'
            }
          >
            <Form
              action={removeStaffAction}
              submitLabel={self ? 'Leave the course' : `Take ${member.name} off the course`}
              pendingLabel={self ? 'Leaving …' : 'Taking off …'}
              look="danger"
              className="grid justify-items-start gap-5"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="userId" value={member.userId} />
            </Form>
          </Section>
        </>
      )}
    </Page>
  );
}
