create trigger edition_sources_immutable before update or delete on edition_sources for each statement execute function refuse_change();
--> statement-breakpoint
create trigger edition_assets_immutable before update or delete on edition_assets for each statement execute function refuse_change();
