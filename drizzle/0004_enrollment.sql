CREATE TABLE "cohort_staff" (
	"cohort_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "cohort_staff_cohort_id_user_id_pk" PRIMARY KEY("cohort_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"name" text NOT NULL,
	"enrollment_policy" text DEFAULT 'open' NOT NULL,
	"enrollment_key" text,
	"email_domains" text[] DEFAULT '{}' NOT NULL,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"length_days" integer,
	"seats" integer,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"waitlist" boolean DEFAULT false NOT NULL,
	"offer_hours" integer DEFAULT 48 NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"edition_id" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cohorts_policy_check" CHECK ("cohorts"."enrollment_policy" in ('open', 'key', 'approval', 'closed')),
	CONSTRAINT "cohorts_key_check" CHECK ("cohorts"."enrollment_policy" <> 'key' or "cohorts"."enrollment_key" is not null),
	CONSTRAINT "cohorts_seats_check" CHECK ("cohorts"."seats_taken" >= 0 and ("cohorts"."seats" is null or "cohorts"."seats_taken" <= "cohorts"."seats")),
	CONSTRAINT "cohorts_length_check" CHECK ("cohorts"."length_days" > 0 and "cohorts"."offer_hours" > 0)
);
--> statement-breakpoint
CREATE TABLE "batch_items" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"course_id" uuid NOT NULL,
	"user_id" uuid,
	"person" jsonb,
	"move" jsonb NOT NULL,
	"done" boolean DEFAULT false NOT NULL,
	"enrollment_id" uuid,
	"from_state" text,
	"to_state" text,
	"refusal" text,
	CONSTRAINT "batch_items_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "enrollment_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid,
	"cohort_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"work" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"outcomes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"undo_of" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"error" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "enrollment_batches_kind_check" CHECK ("enrollment_batches"."kind" in ('csv', 'sync', 'bulk', 'api', 'undo')),
	CONSTRAINT "enrollment_batches_state_check" CHECK ("enrollment_batches"."state" in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enrollment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"batch_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roster_rows" (
	"roster_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"email" text,
	"name" text,
	"external_id" text,
	"outcome" text NOT NULL,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "roster_rows_roster_id_line_pk" PRIMARY KEY("roster_id","line")
);
--> statement-breakpoint
CREATE TABLE "rosters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"cohort_id" uuid,
	"created_by" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"sync" boolean DEFAULT false NOT NULL,
	"columns" jsonb NOT NULL,
	"heads" jsonb NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"outcomes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"batch_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"room" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_by" uuid NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_tokens" DROP CONSTRAINT "mail_tokens_purpose_check";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_role_check";--> statement-breakpoint
ALTER TABLE "courses" DROP CONSTRAINT "courses_policy_check";--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD COLUMN "enrollment_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "stepped_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewing_as" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "viewing_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "unclaimed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "quiet" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "enrollment_key" text;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "email_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "length_days" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "waitlist" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "offer_hours" integer DEFAULT 48 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollment_events" ADD COLUMN "action" text;--> statement-breakpoint
ALTER TABLE "enrollment_events" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "enrollment_events" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "cohort_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "offer_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "waitlisted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "valid_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "valid_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "cohort_staff" ADD CONSTRAINT "cohort_staff_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_staff" ADD CONSTRAINT "cohort_staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_enrollment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."enrollment_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_batches" ADD CONSTRAINT "enrollment_batches_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_batches" ADD CONSTRAINT "enrollment_batches_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_batches" ADD CONSTRAINT "enrollment_batches_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_batch_id_enrollment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."enrollment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_roster_id_rosters_id_fk" FOREIGN KEY ("roster_id") REFERENCES "public"."rosters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_batch_id_enrollment_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."enrollment_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_staff_user_idx" ON "cohort_staff" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cohorts_course_name_key" ON "cohorts" USING btree ("course_id","name");--> statement-breakpoint
CREATE INDEX "batch_items_waiting_idx" ON "batch_items" USING btree ("batch_id","position") WHERE not done;--> statement-breakpoint
CREATE INDEX "enrollment_batches_course_idx" ON "enrollment_batches" USING btree ("course_id","created_at");--> statement-breakpoint
CREATE INDEX "enrollment_batches_created_idx" ON "enrollment_batches" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "enrollment_batches_due_idx" ON "enrollment_batches" USING btree ("next_attempt_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_batches_undone_once" ON "enrollment_batches" USING btree ("undo_of");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_once_key" ON "reminders" USING btree ("enrollment_id","kind","key");--> statement-breakpoint
CREATE INDEX "reminders_batch_idx" ON "reminders" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "roster_rows_outcome_idx" ON "roster_rows" USING btree ("roster_id","outcome","line");--> statement-breakpoint
CREATE INDEX "rosters_course_idx" ON "rosters" USING btree ("course_id","created_at");--> statement-breakpoint
CREATE INDEX "rosters_created_idx" ON "rosters" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name_key" ON "saved_views" USING btree ("user_id","room","name");--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_owner_idx" ON "api_tokens" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_viewing_as_users_id_fk" FOREIGN KEY ("viewing_as") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "users_external_id_key" ON "users" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "users_created_idx" ON "users" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "enrollment_events_batch_idx" ON "enrollment_events" USING btree ("batch_id","id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "enrollments_course_state_idx" ON "enrollments" USING btree ("course_id","state","valid_until");--> statement-breakpoint
CREATE INDEX "enrollments_cohort_state_idx" ON "enrollments" USING btree ("cohort_id","state");--> statement-breakpoint
CREATE INDEX "enrollments_created_idx" ON "enrollments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "enrollments_due_idx" ON "enrollments" USING btree ("valid_until") WHERE state in ('invited', 'active', 'paused');--> statement-breakpoint
CREATE INDEX "enrollments_waiting_idx" ON "enrollments" USING btree ("course_id","waitlisted_at","id") WHERE state = 'waitlisted';--> statement-breakpoint
CREATE INDEX "evidence_at_idx" ON "evidence" USING brin ("at");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_seq_key" ON "audit_log" USING btree ("seq");--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_purpose_check" CHECK ("mail_tokens"."purpose" in ('confirm-email', 'reset-password', 'accept-invitation'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_check" CHECK ("users"."role" in ('student', 'instructor', 'staff', 'admin'));--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_key_check" CHECK ("courses"."enrollment_policy" <> 'key' or "courses"."enrollment_key" is not null);--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_length_check" CHECK ("courses"."length_days" > 0 and "courses"."offer_hours" > 0);--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_policy_check" CHECK ("courses"."enrollment_policy" in ('open', 'key', 'approval', 'closed'));