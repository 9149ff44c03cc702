import Link from 'next/link';
import type { FileRoom, ListedFile } from '@/features/authoring/editor/list-draft-files';

const rooms: Record<FileRoom, { title: string; about: string }> = {
  course: { title: 'The course', about: 'Title, audience, outcomes, authors.' },
  glossary: { title: 'Glossary', about: 'Words that lessons explain.' },
  sources: { title: 'Sources', about: 'What lessons cite.' },
  passages: { title: 'Passages', about: 'The numbered parts of the framed source.' },
  documents: { title: 'Source documents', about: 'Sources with their text, in passages.' },
  timeline: { title: 'Timeline', about: 'What happened when, by whom, where, and how it is known.' },
  scorecard: { title: 'Scorecard', about: 'What was promised of each passage, and what was found of it.' },
  modules: { title: 'Modules', about: 'Title, summary and release of each module.' },
  guide: { title: 'Guide', about: 'For whoever teaches the course; learners never see it.' },
  other: { title: 'Other files', about: 'Nothing of the course is made from them.' },
};

/** The files by what they are for, each with what is wrong in it. */
export function FileList({ course, files }: { course: string; files: ListedFile[] }) {
  return (
    <div className="grid gap-10">
      {(Object.keys(rooms) as FileRoom[]).map((room) => {
        const here = files.filter((file) => file.room === room);
        if (here.length === 0) return null;
        return (
          <section key={room} aria-labelledby={`files-${room}`}>
            <h2 id={`files-${room}`} className="text-2xl">
              {rooms[room].title}
            </h2>
            <p className="text-soft">{rooms[room].about}</p>
            <ul className="mt-3 border-t border-rule">
              {here.map((file) => (
                <li key={file.id} className="border-b border-rule">
                  <Link href={`/teach/${course}/files/${file.id}`} prefetch={false} className="ed-file">
                    <span className="ed-file-path">{file.path}</span>
                    <Standing problems={file.problems} advice={file.advice} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Standing({ problems, advice }: { problems: number; advice: number }) {
  if (problems > 0)
    return (
      <span className="font-semibold text-bad">{problems === 1 ? '1 problem' : `${problems} problems`}</span>
    );
  if (advice > 0) return <span className="text-soft">{`${advice} advice`}</span>;
  return <span className="text-soft">No problems</span>;
}
