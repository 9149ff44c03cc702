CREATE TABLE "readings" (
	"submission_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"grader_id" uuid NOT NULL,
	"claimed_until" timestamp with time zone NOT NULL,
	"scores" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "readings_submission_id_place_pk" PRIMARY KEY("submission_id","place"),
	CONSTRAINT "readings_place" CHECK ("readings"."place" in (1, 2)),
	CONSTRAINT "readings_comment" CHECK (length("readings"."comment") <= 20000)
);
--> statement-breakpoint
ALTER TABLE "course_staff" ADD COLUMN "moderates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "moderated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "apart_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "readings_grader_key" ON "readings" USING btree ("submission_id","grader_id");--> statement-breakpoint
CREATE INDEX "readings_open_idx" ON "readings" USING btree ("grader_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "submissions_moderated_idx" ON "submissions" USING btree ("back_at") WHERE moderated and apart_at is null and graded_at is null;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_apart" CHECK ("submissions"."apart_at" is null or "submissions"."moderated");