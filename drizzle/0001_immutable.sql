-- What was published and what was recorded never changes: the database itself refuses.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger editions_immutable before update or delete on editions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger edition_lessons_immutable before update or delete on edition_lessons for each statement execute function refuse_change();
--> statement-breakpoint
create trigger answer_keys_immutable before update or delete on answer_keys for each statement execute function refuse_change();
--> statement-breakpoint
create trigger evidence_immutable before update or delete on evidence for each statement execute function refuse_change();
--> statement-breakpoint
create trigger enrollment_events_immutable before update or delete on enrollment_events for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_log_immutable before update or delete on audit_log for each statement execute function refuse_change();
--> statement-breakpoint
alter table courses add constraint courses_current_edition_fk foreign key (current_edition_id) references editions (id);
