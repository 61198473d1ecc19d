-- Seals of invitations cover their browser and their signature from now on: the next start makes them anew, once.
insert into review_unsealed select id from review_invitation on conflict do nothing;
