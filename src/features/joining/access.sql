create policy "nobody but the application counts where joiners came from" on joining.source for select to guildhall_viewer using (false);

create policy "whoever sees a network sees which sets it is in" on joining.set_network for select to guildhall_viewer
  using (exists (select from networks.network n where n.id = network_id));
create policy "administrators put networks that they see into sets" on joining.set_network for insert to guildhall_viewer
  with check ((select app.administrator()) and exists (select from networks.network n where n.id = network_id));
create policy "administrators take networks that they see out of sets" on joining.set_network for delete to guildhall_viewer
  using ((select app.administrator()));
create policy "whoever sees one of its networks sees a set" on joining.network_set for select to guildhall_viewer
  using (exists (select from joining.set_network w where w.set_id = id));
create policy "administrators keep sets" on joining.network_set to guildhall_viewer
  using ((select app.administrator())) with check ((select app.administrator()));
