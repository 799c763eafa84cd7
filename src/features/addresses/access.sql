create policy "people see what changes of their addresses can be undone" on addresses.undo for select to guildhall_viewer
  using (person_id = (select app.person()));
