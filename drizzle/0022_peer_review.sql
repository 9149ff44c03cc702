CREATE TABLE "peer_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"writer_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"claimed_until" timestamp with time zone NOT NULL,
	"scores" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"comments" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"weight" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"helpful" boolean,
	"disputed_at" timestamp with time zone,
	"dispute" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "peer_reviews_not_own" CHECK ("peer_reviews"."writer_id" <> "peer_reviews"."reviewer_id"),
	CONSTRAINT "peer_reviews_weight" CHECK ("peer_reviews"."weight" between 0 and 1000000),
	CONSTRAINT "peer_reviews_answered" CHECK ("peer_reviews"."answered_at" is null or "peer_reviews"."disputed_at" is not null),
	CONSTRAINT "peer_reviews_texts" CHECK (length("peer_reviews"."dispute") <= 2000 and length("peer_reviews"."answer") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "peer_samples" (
	"enrollment_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"sample" smallint NOT NULL,
	"scores" jsonb NOT NULL,
	"near" integer NOT NULL,
	CONSTRAINT "peer_samples_enrollment_id_lesson_id_sample_pk" PRIMARY KEY("enrollment_id","lesson_id","sample"),
	CONSTRAINT "peer_samples_near" CHECK ("peer_samples"."near" between 0 and 1000000)
);
--> statement-breakpoint
ALTER TABLE "gradings" ALTER COLUMN "grader_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "reopened_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_writer_key" UNIQUE("id","enrollment_id");
--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_reviewer_id_enrollments_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "peer_reviews" ADD CONSTRAINT "peer_reviews_submission_fk" FOREIGN KEY ("submission_id","writer_id") REFERENCES "public"."submissions"("id","enrollment_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "peer_samples" ADD CONSTRAINT "peer_samples_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "peer_reviews_key" ON "peer_reviews" USING btree ("submission_id","reviewer_id");
--> statement-breakpoint
CREATE INDEX "peer_reviews_reviewer_idx" ON "peer_reviews" USING btree ("reviewer_id");
--> statement-breakpoint
CREATE INDEX "peer_reviews_disputed_idx" ON "peer_reviews" USING btree ("submission_id") WHERE disputed_at is not null and answered_at is null;
--> statement-breakpoint
ALTER TABLE "gradings" ADD CONSTRAINT "gradings_by" CHECK ("gradings"."grader_id" is not null or "gradings"."finished_at" is not null);
