import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { countWords } from '@/rules/tables/table-view';

type Props = {
  /** The page on which the action is chosen and previewed. */
  action: string;
  query: string;
  total: number;
  children: ReactNode;
};

/** The form around a table: what to do with the ticked rows, or with all that match, is chosen on the next page. */
export function BulkForm({ action, query, total, children }: Props) {
  return (
    <form action={action}>
      {[...new URLSearchParams(query)].map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field can be there twice, and their order stands
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <div className="roster-bulk">
        <Button look="secondary">Do something with the ticked …</Button>
        <Button look="secondary" name="scope" value="all">
          … or with all {countWords(total)} that match
        </Button>
      </div>
      {children}
    </form>
  );
}
