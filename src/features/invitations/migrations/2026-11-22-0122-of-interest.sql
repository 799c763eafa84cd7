-- Those who had said that they would join are invited without the leads learning who they are.
alter table invitations.invitation drop constraint invitation_origin_check;
alter table invitations.invitation add constraint invitation_origin_check check (origin in ('import', 'lead', 'interest'));
