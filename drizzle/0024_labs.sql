CREATE TABLE "lab_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"edition_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"block_id" text NOT NULL,
	"number" smallint NOT NULL,
	"lab" text NOT NULL,
	"version" smallint NOT NULL,
	"seed_commit" text NOT NULL,
	"draft" text DEFAULT '{}' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"writer" uuid,
	"saved_at" timestamp with time zone,
	"passed_at" timestamp with time zone,
	"granted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lab_attempts_number" CHECK ("lab_attempts"."number" between 1 and 100),
	CONSTRAINT "lab_attempts_commit" CHECK ("lab_attempts"."seed_commit" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "lab_attempts_draft" CHECK (length("lab_attempts"."draft") <= 100000)
);
--> statement-breakpoint
CREATE TABLE "lab_submissions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lab_submissions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"attempt_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"submission" text NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"says" text,
	"field" text,
	"verifier" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lab_submissions_outcome" CHECK ("lab_submissions"."outcome" in ('pass', 'learner-error', 'system-error')),
	CONSTRAINT "lab_submissions_code" CHECK (("lab_submissions"."outcome" = 'learner-error') = ("lab_submissions"."code" is not null)),
	CONSTRAINT "lab_submissions_size" CHECK (length("lab_submissions"."submission") <= 100000)
);
--> statement-breakpoint
ALTER TABLE "lab_attempts" ADD CONSTRAINT "lab_attempts_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_attempts" ADD CONSTRAINT "lab_attempts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_attempts" ADD CONSTRAINT "lab_attempts_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_submissions" ADD CONSTRAINT "lab_submissions_attempt_id_lab_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."lab_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lab_attempts_number_key" ON "lab_attempts" USING btree ("enrollment_id","lesson_id","block_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "lab_submissions_key" ON "lab_submissions" USING btree ("attempt_id","key");--> statement-breakpoint
CREATE INDEX "lab_submissions_attempt_idx" ON "lab_submissions" USING btree ("attempt_id","id");