ALTER TABLE "editions" ADD COLUMN "blocks" integer GENERATED ALWAYS AS (jsonb_array_length(jsonb_path_query_array(manifest, '$.modules[*].lessons[*].blocks[*]'))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "percent" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "enrollments_percent_idx" ON "enrollments" USING btree ("course_id","percent","id");--> statement-breakpoint
CREATE INDEX "enrollments_source_idx" ON "enrollments" USING btree ("course_id","source") WHERE source is not null;--> statement-breakpoint
-- Whole percent as the learner sees it: the same as `percent` of the rules.
create function progress_percent(done bigint, size integer) returns smallint language sql immutable
return case when size = 0 then 100 when done <= 0 then 0 else greatest(1, least(done, size) * 100 / size) end;
--> statement-breakpoint
create function percent_of_enrollment(enrollment uuid, edition uuid) returns smallint language sql stable as $$
  select progress_percent(
    (select coalesce(sum(cardinality(p.done_blocks)), 0) from lesson_progress p where p.enrollment_id = enrollment), e.blocks)
  from editions e where e.id = edition
$$;
--> statement-breakpoint
-- An enrollment that is made, or moved to another edition, is measured by that edition.
create function measure_enrollment() returns trigger language plpgsql as $$
begin
  new.percent := coalesce(percent_of_enrollment(new.id, new.edition_id), 0);
  return new;
end
$$;
--> statement-breakpoint
create trigger enrollments_measured before insert on enrollments for each row execute function measure_enrollment();
--> statement-breakpoint
create trigger enrollments_measured_anew before update of edition_id on enrollments for each row
when (old.edition_id is distinct from new.edition_id) execute function measure_enrollment();
--> statement-breakpoint
-- Whoever writes progress holds the enrollment already, so this waits for nobody.
create function pass_progress_on() returns trigger language plpgsql as $$
begin
  update enrollments e set percent = now.percent
  from (
    select x.id, percent_of_enrollment(x.id, x.edition_id) as percent from enrollments x
    where x.id in (select enrollment_id from changed)
  ) now
  where e.id = now.id and e.percent <> now.percent;
  return null;
end
$$;
--> statement-breakpoint
create trigger lesson_progress_made after insert on lesson_progress referencing new table as changed
for each statement execute function pass_progress_on();
--> statement-breakpoint
create trigger lesson_progress_changed after update on lesson_progress referencing new table as changed
for each statement execute function pass_progress_on();
--> statement-breakpoint
create trigger lesson_progress_dropped after delete on lesson_progress referencing old table as changed
for each statement execute function pass_progress_on();
--> statement-breakpoint
update enrollments e set percent = now.percent
from (select id, percent_of_enrollment(id, edition_id) as percent from enrollments) now
where e.id = now.id and e.percent <> now.percent;
--> statement-breakpoint
-- Dates that change reach everybody at once, as one statement that leaves alone whom they change nothing for.
create function enrollment_until(state text, offered timestamptz, own timestamptz, given timestamptz)
returns timestamptz language sql immutable
return case when state = 'invited' then offered else coalesce(own, given) end;
--> statement-breakpoint
create or replace function keep_enrollment_validity() returns trigger language plpgsql as $$
declare
  starts timestamptz;
  ends timestamptz;
begin
  if new.cohort_id is null then
    select c.starts_at, c.ends_at into starts, ends from courses c where c.id = new.course_id;
  else
    select coalesce(k.starts_at, c.starts_at), coalesce(k.ends_at, c.ends_at) into starts, ends
    from cohorts k join courses c on c.id = k.course_id where k.id = new.cohort_id;
  end if;
  new.valid_from := starts;
  new.valid_until := enrollment_until(new.state, new.offer_until, new.ends_at, ends);
  return new;
end
$$;
--> statement-breakpoint
create or replace function pass_dates_on() returns trigger language plpgsql as $$
declare
  one uuid := case when tg_table_name = 'cohorts' then new.id end;
  course uuid := case when tg_table_name = 'cohorts' then (to_jsonb(new) ->> 'course_id')::uuid else new.id end;
begin
  update enrollments e
  set valid_from = span.starts, valid_until = enrollment_until(e.state, e.offer_until, e.ends_at, span.ends)
  from (
    -- Whoever is in no cohort is found under the course itself.
    select c.id as room, c.starts_at as starts, c.ends_at as ends from courses c where c.id = course and one is null
    union all
    select k.id, coalesce(k.starts_at, c.starts_at), coalesce(k.ends_at, c.ends_at)
    from cohorts k join courses c on c.id = k.course_id where k.course_id = course and (one is null or k.id = one)
  ) span
  where e.course_id = course and (one is null or e.cohort_id = one) and coalesce(e.cohort_id, e.course_id) = span.room
    and (e.valid_from is distinct from span.starts
      or e.valid_until is distinct from enrollment_until(e.state, e.offer_until, e.ends_at, span.ends));
  return null;
end
$$;
