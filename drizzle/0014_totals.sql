ALTER TABLE "course_grades" ADD COLUMN "edition" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "course_grades_edition_idx" ON "course_grades" USING btree ("course_id","edition");--> statement-breakpoint
-- Grades from before: their totals are made by the job that renews those of an older edition.
insert into course_grades (enrollment_id, course_id)
select e.id, e.course_id from enrollments e where exists (select from grades g where g.enrollment_id = e.id)
on conflict do nothing;
