CREATE TABLE "review_cards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"source" text NOT NULL,
	"lesson_id" text NOT NULL,
	"ref" text NOT NULL,
	"edition_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"stability" double precision,
	"difficulty" double precision,
	"reps" integer DEFAULT 0 NOT NULL,
	"lapses" integer DEFAULT 0 NOT NULL,
	"reviewed_on" date,
	"aside_on" date,
	"stopped_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_cards_source" CHECK ("review_cards"."source" in ('question', 'term')),
	CONSTRAINT "review_cards_new" CHECK (("review_cards"."reviewed_on" is null) = ("review_cards"."reps" = 0)),
	CONSTRAINT "review_cards_memory" CHECK (("review_cards"."reviewed_on" is null) = ("review_cards"."stability" is null)),
	CONSTRAINT "review_cards_later" CHECK ("review_cards"."reviewed_on" < "review_cards"."due_on")
);
--> statement-breakpoint
CREATE TABLE "review_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"card_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"rating" text NOT NULL,
	"on" date NOT NULL,
	"replaces" bigint,
	"answer" jsonb,
	"correct" boolean,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"edition_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_log_rating" CHECK ("review_log"."rating" in ('again', 'hard', 'good', 'easy'))
);
--> statement-breakpoint
CREATE TABLE "review_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"per_day" smallint DEFAULT 20 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_settings_per_day" CHECK ("review_settings"."per_day" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_card_id_review_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."review_cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_log" ADD CONSTRAINT "review_log_replaces_fk" FOREIGN KEY ("replaces") REFERENCES "public"."review_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_cards_enrollment_idx" ON "review_cards" USING btree ("enrollment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_cards_question_key" ON "review_cards" USING btree ("enrollment_id","lesson_id","ref") WHERE source = 'question';--> statement-breakpoint
CREATE UNIQUE INDEX "review_cards_term_key" ON "review_cards" USING btree ("enrollment_id","ref") WHERE source = 'term';--> statement-breakpoint
CREATE UNIQUE INDEX "review_log_once_key" ON "review_log" USING btree ("card_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "review_log_day_key" ON "review_log" USING btree ("card_id","on") WHERE replaces is null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_log_replaces_key" ON "review_log" USING btree ("replaces") WHERE replaces is not null;--> statement-breakpoint
CREATE INDEX "review_log_card_idx" ON "review_log" USING btree ("card_id","id");--> statement-breakpoint
create trigger review_log_immutable before update or delete on review_log for each statement execute function refuse_change();
