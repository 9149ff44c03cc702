CREATE TABLE "claim_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"claim" text NOT NULL,
	"speaker" text NOT NULL,
	"mode" text NOT NULL,
	"evidence" text NOT NULL,
	"level" text NOT NULL,
	"change" text NOT NULL,
	"passage" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"writer" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_entries_words" CHECK (length("claim_entries"."claim") <= 1000 and length("claim_entries"."speaker") <= 300 and length("claim_entries"."evidence") <= 3000 and length("claim_entries"."change") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "entries" jsonb;--> statement-breakpoint
ALTER TABLE "claim_entries" ADD CONSTRAINT "claim_entries_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_entries_log_idx" ON "claim_entries" USING btree ("enrollment_id","created_at","id");