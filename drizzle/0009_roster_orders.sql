-- The orders in which the tables of people and enrollments are read: each page is a piece of one index.
create index enrollments_active_order_idx on enrollments (coalesce(last_active_at, '-infinity'::timestamptz), id);
--> statement-breakpoint
create index enrollments_end_order_idx on enrollments (coalesce(valid_until, 'infinity'::timestamptz), id);
--> statement-breakpoint
create index enrollments_state_order_idx on enrollments (state, created_at, id);
--> statement-breakpoint
-- Who is active now is counted from this alone.
create index enrollments_active_until_idx on enrollments (coalesce(valid_until, 'infinity'::timestamptz)) where state = 'active';
--> statement-breakpoint
create index users_role_order_idx on users (role, (name collate "und-x-icu"), id);
--> statement-breakpoint
-- Few accounts are suspended, unclaimed or unconfirmed: they are found without looking at all the others.
create index users_standing_order_idx on users ((name collate "und-x-icu"), id)
where suspended_at is not null or unclaimed_since is not null or email_confirmed_at is null;
