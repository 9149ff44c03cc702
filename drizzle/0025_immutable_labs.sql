create trigger lab_submissions_immutable before update or delete on lab_submissions for each statement execute function refuse_change();
