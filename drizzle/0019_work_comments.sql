CREATE TABLE "comment_bank" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"criterion" text,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "comment_bank_title" CHECK (length("comment_bank"."title") between 1 and 120),
	CONSTRAINT "comment_bank_text" CHECK (length("comment_bank"."text") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "work_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"grader_id" uuid NOT NULL,
	"begins_at" integer NOT NULL,
	"ends_at" integer NOT NULL,
	"quote" text NOT NULL,
	"says" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "work_comments_span" CHECK ("work_comments"."begins_at" >= 0 and "work_comments"."ends_at" > "work_comments"."begins_at"),
	CONSTRAINT "work_comments_quote" CHECK (length("work_comments"."quote") between 1 and 5000),
	CONSTRAINT "work_comments_says" CHECK (length("work_comments"."says") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "work_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"number" smallint NOT NULL,
	"hash" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "work_files_name" CHECK (length("work_files"."name") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "comment_bank" ADD CONSTRAINT "comment_bank_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_bank" ADD CONSTRAINT "comment_bank_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_comments" ADD CONSTRAINT "work_comments_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_comments" ADD CONSTRAINT "work_comments_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_files" ADD CONSTRAINT "work_files_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_bank_course_idx" ON "comment_bank" USING btree ("course_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "work_comments_submission_idx" ON "work_comments" USING btree ("submission_id","grader_id");--> statement-breakpoint
CREATE INDEX "work_files_version_idx" ON "work_files" USING btree ("enrollment_id","lesson_id","number");--> statement-breakpoint
CREATE INDEX "work_files_hash_idx" ON "work_files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "work_files_removed_idx" ON "work_files" USING btree ("removed_at") WHERE removed_at is not null;