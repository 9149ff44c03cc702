import { createRequire } from 'node:module';
import type { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))(
  'axe-core',
) as { source: string };

/** All of axe in one theme. The other has the same page in other colours, so what looks at colours looks again. */
const looks = [
  ['light', { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }],
  ['dark', { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }],
] as const;
type RunOnly = (typeof looks)[number][1];

type Said = { contrastRatio?: number } | undefined;
type Check = { data: (said: Said) => void };
type Evaluate = (this: Check, node: Element, ...more: unknown[]) => boolean | undefined;
type Axe = {
  _audit: { checks: Record<'color-contrast', { evaluate: Evaluate; whole?: Evaluate }> };
  run: (where: Document, options: object) => ReturnType<AxeBuilder['analyze']>;
};

/**
 * Lets axe measure the contrast of a text once for all texts of its kind, which is nine tenths of its work on a
 * long lesson: of the same colour, size, weight and shadow, on the same grounds from the text up to the page. What
 * is moved out of the flow may lie on something else, so it and all in it are a kind of their own; and only what
 * was measured and is enough is remembered. @returns what is wrong with the page as it stands.
 */
async function violationsIn(runOnly: RunOnly): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const grounds = new WeakMap<Element, string>();
  const enough = new Set<string>();
  let own = 0;

  const isMoved = (style: CSSStyleDeclaration): boolean => {
    const { position, inset, transform, float, margin, gridRowStart, gridColumnStart } = style;
    if (position !== 'static' && (position !== 'relative' || /[1-9]/.test(inset))) return true;
    if (transform !== 'none' || float !== 'none' || margin.includes('-')) return true;
    return gridRowStart !== 'auto' && gridColumnStart !== 'auto';
  };
  const groundOf = (node: Element | null): string => {
    if (!node) return '';
    const known = grounds.get(node);
    if (known !== undefined) return known;
    const style = getComputedStyle(node);
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style;
    const adds = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join(' ');
    if (isMoved(style)) own += 1;
    const moved = isMoved(style) ? `#${own}` : '';
    const none = 'rgba(0, 0, 0, 0) none 1 none normal';
    const ground = `${groundOf(node.parentElement)}${moved}${adds === none ? '' : ` ${adds}`}`;
    grounds.set(node, ground);
    return ground;
  };
  const kindOf = (node: Element): string => {
    const { color, fontSize, fontWeight, textShadow, webkitTextStroke } = getComputedStyle(node);
    return [groundOf(node), color, fontSize, fontWeight, textShadow, webkitTextStroke].join('|');
  };

  const check = axe._audit.checks['color-contrast'];
  check.whole ??= check.evaluate;
  const { whole } = check;
  check.evaluate = function (node, ...more) {
    const kind = kindOf(node);
    if (enough.has(kind)) {
      this.data({});
      return true;
    }
    let measured = false;
    const watched: Check = Object.assign(Object.create(this) as Check, {
      data: (said: Said) => {
        measured = typeof said?.contrastRatio === 'number';
        this.data(said);
      },
    });
    const verdict = whole.call(watched, node, ...more);
    if (verdict === true && measured) enough.add(kind);
    return verdict;
  };

  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly,
  });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join('; ')}`,
  );
}

/** Nothing that axe knows of is wrong with the page, in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  // Where the router leads, the title comes a moment after the page.
  await expect(page).toHaveTitle(/\S/);
  // A colour on its way from one theme to the other has a contrast of its own.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' });
  // In the page itself: no page of ours has a frame from elsewhere, for which axe would open another one.
  await page.evaluate(source);
  for (const [colorScheme, runOnly] of looks) {
    await page.emulateMedia({ colorScheme });
    const said = await page.evaluate(violationsIn, runOnly);
    expect(said.map((line) => `${colorScheme} ${line}`)).toEqual([]);
  }
}
