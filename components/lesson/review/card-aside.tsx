import { Button } from '@/components/ui/button';

type Props = { card: string; setAside: (form: FormData) => Promise<void> };

/** The ways around a card: another day, or never again. */
export function CardAside({ card, setAside }: Props) {
  return (
    <form action={setAside} className="mt-6 flex flex-wrap gap-x-4 gap-y-2">
      <input type="hidden" name="card" value={card} />
      <Button look="quiet" name="how" value="tomorrow">
        Not today
      </Button>
      <Button look="quiet" name="how" value="stop">
        Do not ask this any more
      </Button>
    </form>
  );
}
