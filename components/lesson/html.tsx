import type { JSX } from 'react';

type Props = { as?: keyof JSX.IntrinsicElements; html: string; className?: string; id?: string };

/** Html that the compiler made and sanitised when the lesson was published. Nothing else may go in here. */
export function Html({ as: Tag = 'div', html, ...rest }: Props) {
  const Element = Tag as 'div';
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}
