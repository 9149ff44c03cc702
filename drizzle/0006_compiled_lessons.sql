CREATE TABLE "compiled_lessons" (
	"hash" text PRIMARY KEY NOT NULL,
	"compiled" text NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "edition_lessons" ADD COLUMN "hash" text;--> statement-breakpoint
CREATE INDEX "compiled_lessons_used_idx" ON "compiled_lessons" USING btree ("used_at");