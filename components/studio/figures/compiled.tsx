type Props = { as?: 'div' | 'span'; html: string; className?: string };

/** Html that the compiler made and sanitised when the course was published. Nothing else may go in here. */
export function Compiled({ as: Tag = 'div', html, className }: Props) {
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
