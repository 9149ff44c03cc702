CREATE TABLE "gradings" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"grader_id" uuid NOT NULL,
	"claimed_until" timestamp with time zone NOT NULL,
	"scores" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "gradings_comment" CHECK (length("gradings"."comment") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"number" smallint NOT NULL,
	"rules" jsonb NOT NULL,
	"text" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"writer" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"handed_in_at" timestamp with time zone,
	"handed_in_by" text,
	"back_at" timestamp with time zone,
	"escalate_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"graded_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submissions_handed_in" CHECK (("submissions"."handed_in_at" is null) = ("submissions"."back_at" is null)),
	CONSTRAINT "submissions_by" CHECK (("submissions"."handed_in_at" is null) = ("submissions"."handed_in_by" is null)),
	CONSTRAINT "submissions_graded" CHECK ("submissions"."graded_at" is null or "submissions"."handed_in_at" is not null),
	CONSTRAINT "submissions_released" CHECK ("submissions"."released_at" is null or "submissions"."graded_at" is not null),
	CONSTRAINT "submissions_text" CHECK (length("submissions"."text") <= 100000)
);
--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gradings_grader_idx" ON "gradings" USING btree ("grader_id") WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_number_key" ON "submissions" USING btree ("enrollment_id","lesson_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_draft_key" ON "submissions" USING btree ("enrollment_id","lesson_id") WHERE handed_in_at is null;--> statement-breakpoint
CREATE INDEX "submissions_queue_idx" ON "submissions" USING btree ("back_at","id") WHERE handed_in_at is not null and graded_at is null;--> statement-breakpoint
CREATE INDEX "submissions_closing_idx" ON "submissions" USING btree ("closes_at") WHERE handed_in_at is null and closes_at is not null;--> statement-breakpoint
CREATE INDEX "submissions_escalate_idx" ON "submissions" USING btree ("escalate_at") WHERE graded_at is null and escalated_at is null;