CREATE TABLE "grade_notices" (
	"enrollment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"known" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grade_notices_enrollment_id_item_id_pk" PRIMARY KEY("enrollment_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "from_edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "grade_notices" ADD CONSTRAINT "grade_notices_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grade_notices_due_idx" ON "grade_notices" USING btree ("due_at");