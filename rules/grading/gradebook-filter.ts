import { isUuid, oneOfThese, readOrder, searchText, type TableOrder } from '../tables/table-view';

/** Where learners stand in a course, to choose by. */
export const standings = {
  passed: 'Passed',
  'not-passed': 'Not passed yet',
  ungraded: 'Without any grade',
} as const;
type Standing = keyof typeof standings;

const sorts = { name: 'text', total: 'number' } as const;
export type GradebookSort = keyof typeof sorts;

export type GradebookFilter = {
  search: string;
  /** The id of a cohort, or `none`. */
  cohort: string | null;
  standing: Standing | null;
};

export type GradebookView = { filter: GradebookFilter; order: TableOrder<GradebookSort> };

/** Reads what a gradebook shows from the query of its address. What it does not know, it leaves out. */
export function readGradebookView(raw: string): GradebookView {
  const query = new URLSearchParams(raw);
  const cohort = query.get('cohort') ?? '';
  return {
    filter: {
      search: searchText(query.get('search')),
      cohort: cohort === 'none' || isUuid(cohort) ? cohort : null,
      standing: oneOfThese(Object.keys(standings) as Standing[], query.get('standing')),
    },
    order: readOrder(query, sorts, 'name'),
  };
}

/** Whether a view shows less than everybody. */
export const isNarrowed = ({ filter }: GradebookView): boolean =>
  filter.search !== '' || filter.cohort !== null || filter.standing !== null;
