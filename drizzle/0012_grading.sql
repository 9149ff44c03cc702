CREATE TABLE "accommodations" (
	"enrollment_id" uuid NOT NULL,
	"lesson_id" text DEFAULT '' NOT NULL,
	"time_percent" smallint DEFAULT 100 NOT NULL,
	"extra_attempts" smallint DEFAULT 0 NOT NULL,
	"extra_days" smallint DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "accommodations_enrollment_id_lesson_id_pk" PRIMARY KEY("enrollment_id","lesson_id"),
	CONSTRAINT "accommodations_time" CHECK ("accommodations"."time_percent" between 100 and 400),
	CONSTRAINT "accommodations_attempts" CHECK ("accommodations"."extra_attempts" between 0 and 20),
	CONSTRAINT "accommodations_days" CHECK ("accommodations"."extra_days" between 0 and 365)
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson_id" text NOT NULL,
	"block_id" text NOT NULL,
	"through_edition" integer NOT NULL,
	"correction" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_by" uuid,
	"taken_back_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "course_grades" (
	"enrollment_id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"share" integer,
	"passed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "course_grades_share" CHECK ("course_grades"."share" between 0 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "grade_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grade_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enrollment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"batch_id" uuid,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grade_events_action" CHECK ("grade_events"."action" in ('marked', 'corrected', 'overridden', 'override-removed', 'released', 'withheld', 'restored'))
);
--> statement-breakpoint
CREATE TABLE "gradebooks" (
	"course_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"enrollment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"edition_id" uuid,
	"attempt_id" uuid,
	"raw" integer,
	"final" integer,
	"override" integer,
	"override_reason" text DEFAULT '' NOT NULL,
	"rule" jsonb,
	"released_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "grades_enrollment_id_item_id_pk" PRIMARY KEY("enrollment_id","item_id"),
	CONSTRAINT "grades_raw" CHECK ("grades"."raw" between 0 and 1000000),
	CONSTRAINT "grades_final" CHECK ("grades"."final" between 0 and 1000000),
	CONSTRAINT "grades_override" CHECK ("grades"."override" between 0 and 1000000)
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "corrected_earned" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "corrected_possible" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_taken_back_by_users_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_grades" ADD CONSTRAINT "course_grades_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_grades" ADD CONSTRAINT "course_grades_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_events" ADD CONSTRAINT "grade_events_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_events" ADD CONSTRAINT "grade_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebooks" ADD CONSTRAINT "gradebooks_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gradebooks" ADD CONSTRAINT "gradebooks_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_lesson_idx" ON "corrections" USING btree ("course_id","lesson_id","created_at");--> statement-breakpoint
CREATE INDEX "course_grades_share_idx" ON "course_grades" USING btree ("course_id","share","enrollment_id");--> statement-breakpoint
CREATE INDEX "grade_events_grade_idx" ON "grade_events" USING btree ("enrollment_id","item_id","id");--> statement-breakpoint
CREATE INDEX "grade_events_batch_idx" ON "grade_events" USING btree ("batch_id","id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "grades_item_idx" ON "grades" USING btree ("item_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "attempts_unrecorded_idx" ON "attempts" USING btree ("released_at") WHERE released_at is not null and recorded_at is null;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_corrected" CHECK ("attempts"."corrected_earned" between 0 and "attempts"."corrected_possible");--> statement-breakpoint
create trigger grade_events_immutable before update or delete on grade_events for each statement execute function refuse_change();
--> statement-breakpoint
-- Attempts from before: their results were shown and written into the ledger as they were handed in.
update attempts set released_at = submitted_at, recorded_at = submitted_at where submitted_at is not null;
--> statement-breakpoint
insert into grades (enrollment_id, item_id, edition_id, attempt_id, raw, final, rule, released_at)
select distinct on (a.enrollment_id, a.lesson_id) a.enrollment_id, a.lesson_id, a.edition_id, a.id,
  a.earned::bigint * 1000000 / nullif(a.possible, 0), a.earned::bigint * 1000000 / nullif(a.possible, 0),
  jsonb_build_object('counts', a.rules->>'counts', 'attempt', a.number,
    'attempts', count(*) over (partition by a.enrollment_id, a.lesson_id),
    'marked', jsonb_build_object('earned', a.earned, 'possible', a.possible)), a.submitted_at
from attempts a
where a.submitted_at is not null and a.rules->>'mode' = 'graded'
order by a.enrollment_id, a.lesson_id, case a.rules->>'counts' when 'latest' then -a.number when 'first' then a.number
  else -(a.earned::numeric / greatest(a.possible, 1)) end, a.number;
--> statement-breakpoint
insert into grade_events (enrollment_id, item_id, action, reason, after, version, at)
select enrollment_id, item_id, 'marked', '', jsonb_build_object('raw', raw, 'final', final, 'override', null, 'released', true), version, released_at
from grades;
