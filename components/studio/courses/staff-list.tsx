import Link from 'next/link';
import type { StaffMember } from '@/features/authoring/courses/get-course-settings';
import { courseRoleWords } from './words';

/** The people who make a course. Owners get a link to change what each may do. */
export function StaffList({
  course,
  staff,
  mayOwn,
}: {
  course: string;
  staff: StaffMember[];
  mayOwn: boolean;
}) {
  if (staff.length === 0)
    return (
      <p className="text-soft">Nobody yet. Administrators look after the course until somebody is added.</p>
    );
  return (
    <ul className="border-b border-rule">
      {staff.map((member) => (
        <li
          key={member.userId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-rule py-3"
        >
          <div className="min-w-0">
            <p className="font-semibold wrap-anywhere">
              {member.name}
              {member.self && <span className="font-normal text-soft"> (you)</span>}
            </p>
            {member.email && <p className="text-sm break-all text-soft">{member.email}</p>}
          </div>
          <div className="flex items-center gap-4">
            <span className="text-soft">
              {courseRoleWords[member.role]}
              {member.suspended && ', suspended'}
            </span>
            {mayOwn && (
              <Link
                href={`/teach/${course}/settings/people/${member.userId}`}
                prefetch={false}
                className="inline-flex min-h-11 items-center px-2 font-semibold text-accent underline-offset-4 hover:underline"
              >
                Change
                <span className="visually-hidden"> what {member.name} may do</span>
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
