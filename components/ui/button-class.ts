export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-5 py-2 text-[0.95rem] font-semibold leading-tight transition-colors disabled:opacity-60 aria-disabled:opacity-60';
const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:brightness-110',
  secondary: 'border border-rule bg-raised text-ink hover:border-accent hover:text-accent',
  quiet: 'px-3 text-accent underline-offset-4 hover:underline',
  danger: 'border border-bad text-bad hover:bg-bad-soft',
};

/** The classes of a button, for whatever element it is. */
export const buttonClass = (look: ButtonLook = 'primary', extra = ''): string =>
  `${base} ${looks[look]} ${extra}`;
