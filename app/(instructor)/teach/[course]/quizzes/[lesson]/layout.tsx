import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/tabs';

type Props = { children: ReactNode; params: Promise<{ course: string; lesson: string }> };

/** Ways between what there is to see of a quiz. The operations of the pages decide who may. */
export default async function QuizLayout({ children, params }: Props) {
  const { course, lesson } = await params;
  const room = `/teach/${encodeURIComponent(course)}/quizzes/${encodeURIComponent(lesson)}`;
  return (
    <>
      <Tabs
        label="Quiz"
        tabs={[
          { href: room, label: 'Attempts', also: [`${room}/attempts`], alone: true },
          { href: `${room}/questions`, label: 'Questions' },
          { href: `${room}/marking`, label: 'To be marked' },
        ]}
      />
      {children}
    </>
  );
}
