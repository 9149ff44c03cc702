CREATE TABLE "hand_marks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"attempt_id" uuid NOT NULL,
	"block_id" text NOT NULL,
	"scores" jsonb,
	"comment" text DEFAULT '' NOT NULL,
	"earned" integer,
	"marked_by" uuid,
	"marked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hand_marks_marked" CHECK (("hand_marks"."marked_at" is null) = ("hand_marks"."earned" is null)),
	CONSTRAINT "hand_marks_earned" CHECK ("hand_marks"."earned" between 0 and 1000000),
	CONSTRAINT "hand_marks_comment" CHECK (length("hand_marks"."comment") <= 20000)
);
--> statement-breakpoint
ALTER TABLE "attempts" DROP CONSTRAINT "attempts_marked";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "to_mark" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hand_marks" ADD CONSTRAINT "hand_marks_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_marks" ADD CONSTRAINT "hand_marks_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_marks_answer_key" ON "hand_marks" USING btree ("attempt_id","block_id");--> statement-breakpoint
CREATE INDEX "hand_marks_waiting_idx" ON "hand_marks" USING btree ("attempt_id") WHERE marked_at is null;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_to_mark" CHECK ("attempts"."to_mark" = 0 or ("attempts"."submitted_at" is not null and "attempts"."released_at" is null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_marked" CHECK (("attempts"."submitted_at" is null or "attempts"."to_mark" > 0) = ("attempts"."earned" is null)) NOT VALID;