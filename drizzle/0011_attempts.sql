CREATE TABLE "attempt_answers" (
	"attempt_id" uuid NOT NULL,
	"block_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"earned" integer,
	CONSTRAINT "attempt_answers_attempt_id_block_id_pk" PRIMARY KEY("attempt_id","block_id"),
	CONSTRAINT "attempt_answers_earned" CHECK ("attempt_answers"."earned" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"number" smallint NOT NULL,
	"rules" jsonb NOT NULL,
	"seed" text NOT NULL,
	"questions" text[] NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"submitted_by" text,
	"earned" integer,
	"possible" integer,
	CONSTRAINT "attempts_submitted" CHECK (("attempts"."submitted_at" is null) = ("attempts"."submitted_by" is null)),
	CONSTRAINT "attempts_marked" CHECK (("attempts"."submitted_at" is null) = ("attempts"."earned" is null)),
	CONSTRAINT "attempts_points" CHECK ("attempts"."earned" between 0 and "attempts"."possible")
);
--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number_key" ON "attempts" USING btree ("enrollment_id","lesson_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open_key" ON "attempts" USING btree ("enrollment_id","lesson_id") WHERE submitted_at is null;--> statement-breakpoint
CREATE INDEX "attempts_due_idx" ON "attempts" USING btree ("due_at") WHERE submitted_at is null;--> statement-breakpoint
CREATE INDEX "attempts_edition_idx" ON "attempts" USING btree ("edition_id","lesson_id");