import { siteName } from '@/rules/site';

type Text = { subject: string; body: string };

const mail = (subject: string, paragraphs: string[]): Text => ({
  subject,
  body: `${paragraphs.join('\n\n')}\n\n${siteName}\n`,
});

const link = (address: string, slug: string, room: string): string =>
  new URL(`/teach/${slug}/${room}`, address).href;

type Publication = { slug: string; due: string };

/** Tells whoever scheduled a publication that it happened. */
export const publishedMail = (
  address: string,
  { slug, due }: Publication,
  { number, moved }: { number: number; moved: number },
): Text =>
  mail(`Edition ${number} is published`, [
    `The publication you scheduled for ${due} was carried out: edition ${number} is what new learners get now.`,
    moved === 0
      ? 'Nobody was moved to it.'
      : moved === 1
        ? '1 learner was moved to it.'
        : `${moved} learners were moved to it.`,
    link(address, slug, 'editions'),
  ]);

/** Tells them that it did not, and why. What was published before stays. */
export const notPublishedMail = (address: string, { slug, due }: Publication, why: string): Text =>
  mail('Your scheduled publication failed', [
    `The publication you scheduled for ${due} was not carried out. What was published before stays as it is, and nobody was moved.`,
    `The reason: ${why}`,
    'Put it right in the draft, then publish it or schedule it again:',
    link(address, slug, 'publish'),
  ]);
