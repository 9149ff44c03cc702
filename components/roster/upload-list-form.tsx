import { Button } from '@/components/ui/button';
import { type CohortChoice, ListChoices } from './list-choices';

type Props = { course: string; cohorts: readonly CohortChoice[]; sources: readonly string[] };

/** Sends a list as a file. The browser does it alone, and shows how far it is. */
export function UploadListForm({ course, cohorts, sources }: Props) {
  return (
    <form
      method="post"
      action={`/api/teach/${course}/rosters`}
      encType="multipart/form-data"
      className="upload-drop"
    >
      <label htmlFor="list-file" className="block font-semibold">
        A CSV file, or an export in the form of OneRoster
      </label>
      <p id="list-file-hint" className="text-sm text-soft">
        At most 100,000 people and 25 MB. UTF-8, UTF-16 or GB18030; commas, semicolons or tabs.
      </p>
      <input
        id="list-file"
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,.zip,text/csv"
        required
        aria-describedby="list-file-hint"
        className="upload-file"
      />
      <ListChoices cohorts={cohorts} sources={sources} />
      <div>
        <Button>Show what it would do</Button>
      </div>
    </form>
  );
}
