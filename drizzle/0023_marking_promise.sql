ALTER TABLE "attempts" ADD COLUMN "back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "escalate_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "escalated_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "attempts_escalate_idx" ON "attempts" USING btree ("escalate_at") WHERE to_mark > 0 and escalated_at is null;