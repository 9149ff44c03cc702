import { siteName } from '@/rules/site';

/** The foot of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer border-t border-rule">
      <div className="mx-auto max-w-[90rem] px-4 py-6 text-sm text-soft sm:px-6">
        {siteName}. Every claim is dated and sourced. No prices, no tokens, no wallet; nothing here is loaded
        from other sites.
      </div>
    </footer>
  );
}
