CREATE TABLE "taken_hints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"attempt_id" uuid,
	"block_id" text NOT NULL,
	"number" smallint NOT NULL,
	"cost" smallint NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "taken_hints_cost" CHECK ("taken_hints"."cost" between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "hints_taken" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "hints_took" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "taken_hints" ADD CONSTRAINT "taken_hints_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_hints" ADD CONSTRAINT "taken_hints_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taken_hints" ADD CONSTRAINT "taken_hints_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "taken_hints_attempt_key" ON "taken_hints" USING btree ("attempt_id","block_id","number") WHERE attempt_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "taken_hints_lesson_key" ON "taken_hints" USING btree ("enrollment_id","lesson_id","block_id","number") WHERE attempt_id is null;--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_confidence" CHECK ("attempt_answers"."confidence" in ('guessing', 'unsure', 'sure'));--> statement-breakpoint
create trigger taken_hints_immutable before update or delete on taken_hints for each statement execute function refuse_change();
