ALTER TABLE "roster_rows" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD COLUMN "move" jsonb;--> statement-breakpoint
ALTER TABLE "rosters" ADD COLUMN "reading" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;