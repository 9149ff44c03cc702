import { EditionsFigure, EvidenceFigure, LedgerFigure } from './principle-figures';

const principles = [
  {
    title: 'Progress is a ledger',
    figure: <LedgerFigure />,
    text: 'Every section you read and every answer you give becomes a dated entry that is never overwritten. Your percentage is worked out from these entries, and you always see what is still missing and why.',
  },
  {
    title: 'Claims are dated and graded',
    figure: <EvidenceFigure />,
    text: 'A sentence about the world names who said it, when, and where to check it. A scale from E0 to E4 says how well it is supported, and every lesson shows the day on which its facts were last verified.',
  },
  {
    title: 'Published editions never change',
    figure: <EditionsFigure />,
    text: 'You enroll in a numbered edition and keep it. A correction becomes the next edition; it does not rewrite the pages you are learning from, or the questions you have already answered.',
  },
];

/** How the platform differs, in three columns with a figure each. */
export function Principles() {
  return (
    <section aria-labelledby="principles" className="border-y border-rule bg-sunk">
      <div className="mx-auto max-w-6xl px-5 py-14 sm:px-8 sm:py-20">
        <h2 id="principles" className="kicker font-normal tracking-normal">
          How this place differs
        </h2>
        <div className="mt-8 grid gap-y-12 lg:grid-cols-3 lg:divide-x lg:divide-rule">
          {principles.map(({ title, figure, text }) => (
            <div key={title} className="flex flex-col lg:px-9 lg:first:pl-0 lg:last:pr-0">
              <div className="flex flex-col justify-center lg:min-h-40">{figure}</div>
              <h3 className="mt-6 text-2xl">{title}</h3>
              <p className="mt-3 max-w-prose text-soft">{text}</p>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
