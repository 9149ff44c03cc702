-- The time in which an enrollment counts, from its own dates, its cohort's and its course's: the first that is
-- set wins. For an invitation it is the time in which it can be taken. Kept here so that no write can forget to.
create function keep_enrollment_validity() returns trigger language plpgsql as $$
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
  new.valid_until := case when new.state = 'invited' then new.offer_until else coalesce(new.ends_at, ends) end;
  return new;
end
$$;
--> statement-breakpoint
create trigger enrollments_validity before insert or update of state, ends_at, offer_until, cohort_id, course_id
on enrollments for each row execute function keep_enrollment_validity();
--> statement-breakpoint
-- Whoever is in a course or a cohort whose dates change is written as it is, so that the trigger above looks anew.
create function pass_dates_on() returns trigger language plpgsql as $$
begin
  update enrollments set state = state
  where case when tg_table_name = 'cohorts' then cohort_id = new.id else course_id = new.id end;
  return null;
end
$$;
--> statement-breakpoint
create trigger courses_dates after update of starts_at, ends_at on courses for each row
when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at)
execute function pass_dates_on();
--> statement-breakpoint
create trigger cohorts_dates after update of starts_at, ends_at on cohorts for each row
when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at)
execute function pass_dates_on();
--> statement-breakpoint
update enrollments set state = state where ends_at is not null;
--> statement-breakpoint
-- The audit log is a chain: each row's hash is over its content and the hash of the row before it.
create function audit_hash(entry audit_log, previous text) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(previous, entry.seq, entry.id,
    (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_id, entry.action, entry.object, entry.detail)::text,
    'UTF8')), 'hex')
$$;
--> statement-breakpoint
alter table audit_log disable trigger audit_log_immutable;
--> statement-breakpoint
do $$
declare
  entry audit_log;
  previous text := '';
  place bigint := 0;
begin
  for entry in select * from audit_log order by id loop
    place := place + 1;
    entry.seq := place;
    previous := audit_hash(entry, previous);
    update audit_log set seq = place, hash = previous where id = entry.id;
  end loop;
end
$$;
--> statement-breakpoint
alter table audit_log enable trigger audit_log_immutable;
--> statement-breakpoint
-- One row after the other: the lock is taken by the last statement of a deed, just before its commit.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  last_seq bigint;
  last_hash text;
begin
  perform pg_advisory_xact_lock(726301945);
  select seq, hash into last_seq, last_hash from audit_log where seq is not null order by seq desc limit 1;
  new.seq := coalesce(last_seq, 0) + 1;
  new.hash := audit_hash(new, coalesce(last_hash, ''));
  return new;
end
$$;
--> statement-breakpoint
create trigger audit_log_chain before insert on audit_log for each row execute function chain_audit_entry();
--> statement-breakpoint
create trigger audit_log_whole before truncate on audit_log for each statement execute function refuse_change();
--> statement-breakpoint
alter table audit_log add constraint audit_log_chained check (seq is not null and hash is not null);
--> statement-breakpoint
-- Searching a hundred thousand people by a part of a name or an address, in letters of every alphabet.
create extension if not exists pg_trgm;
--> statement-breakpoint
create index users_name_search_idx on users using gin ((name collate "und-x-icu") gin_trgm_ops);
--> statement-breakpoint
create index users_email_search_idx on users using gin (email gin_trgm_ops);
--> statement-breakpoint
-- A list of people by name is sorted as the list shows it.
create index users_name_order_idx on users ((name collate "und-x-icu"), id);
