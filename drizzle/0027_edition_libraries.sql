CREATE TABLE "edition_libraries" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "edition_libraries" ADD CONSTRAINT "edition_libraries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
create trigger edition_libraries_immutable before update or delete on edition_libraries for each statement execute function refuse_change();
