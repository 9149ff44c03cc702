'use client';

import {
  type ComponentProps,
  type ComponentType,
  lazy,
  startTransition,
  useEffect,
  useRef,
  useState,
} from 'react';
import { drawings, viewOf } from '@/components/labs/views';
import { emptyValues } from '@/kinds/labs/fields';
import type { LabScreen } from '@/kinds/labs/screen';
import type { Values } from '@/kinds/labs/verdict';
import { valuesOf } from '@/rules/labs/form-values';
import type { Lab } from './lab';

type Props = Omit<ComponentProps<typeof Lab>, 'first' | 'Drawing'>;

/** What is there once it has been loaded, with what stood in the plain form until then and where the cursor was. */
type Live = Pick<ComponentProps<typeof Lab>, 'first' | 'Drawing'> & {
  Lab: ComponentType<ComponentProps<typeof Lab>>;
  focus: string | null;
};

// Imported in one place: the build makes scripts of their own for each, and a page would load both.
const load = () => import('./lab');
const OnServer = lazy(async () => ({ default: (await load()).Lab }));

const waiting = '<p class="lab-help lab-waiting">The lab is on its way …</p>';
const failed =
  '<p class="lab-problem">The lab could not be loaded. Reload the page once you are online again.</p>';

/** What stands in a plain form; of one that is closed, and disabled, or not there, it is what the server says. */
const standsIn = (form: HTMLFormElement | null, { fields, values }: LabScreen): Values =>
  !form || form.querySelector('fieldset:disabled')
    ? values
    : { ...emptyValues(fields), ...valuesOf(new FormData(form)) };

/**
 * A lab where it stands in a lesson. The server makes all of it, as a plain form that works; a page leaves that as it
 * is until everything of the lab has been loaded, and the rest of the lesson does not wait for it, also where it never
 * comes. A lesson without labs loads nothing of them.
 */
export function LabPlace(props: Props) {
  const key = `${props.screen.name} ${props.screen.version}`;
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live | null>(null);
  const [isLost, setIsLost] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once for the lab that it is
  useEffect(() => {
    let gone = false;
    Promise.all([load(), viewOf(key)])
      .then(([{ Lab }, view]) => {
        if (gone) return;
        const form = place.current?.querySelector('form') ?? null;
        const active = document.activeElement;
        const focus = form?.contains(active) ? (active?.getAttribute('name') ?? null) : null;
        startTransition(() =>
          setLive({ Lab, Drawing: view?.Drawing ?? null, first: standsIn(form, props.screen), focus }),
        );
      })
      .catch(() => {
        if (!gone && place.current?.querySelector('.lab-waiting')) setIsLost(true);
      });
    return () => {
      gone = true;
    };
  }, [key]);
  useEffect(() => {
    if (live?.focus) place.current?.querySelector<HTMLElement>(`[name="${CSS.escape(live.focus)}"]`)?.focus();
  }, [live]);

  if (live)
    return (
      <div ref={place} key="live">
        <live.Lab {...props} first={live.first} Drawing={live.Drawing} />
      </div>
    );
  if (typeof window === 'undefined')
    return (
      <div>
        <OnServer {...props} first={props.screen.values} Drawing={drawings[key] ?? null} />
      </div>
    );
  return (
    // What the server made stays: React takes no part in it.
    <div
      ref={place}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: isLost ? failed : waiting }}
    />
  );
}
